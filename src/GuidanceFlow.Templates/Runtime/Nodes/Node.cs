using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A compiled expression.</summary>
internal abstract class Node(TextSpan span)
{
    public TextSpan Span { get; } = span;

    public abstract Value Evaluate(RenderState state);

    /// <summary>The value, where a function is not called but is the value.</summary>
    public virtual Value EvaluateUncalled(RenderState state) => Evaluate(state);

    /// <summary>Evaluates a condition.</summary>
    public virtual bool Test(RenderState state) => Truth.Of(Evaluate(state));

    /// <summary>Whether it consists of slots, literals, comparisons and logic alone: <see cref="TestPlain"/> then mostly knows whether it holds.</summary>
    public virtual bool IsPlain => false;

    /// <summary>Evaluates a plain condition without the effort of a rendering; null where that takes one after all.</summary>
    public virtual bool? TestPlain(IValueSource slots) => Truth.Of(ReadPlain(slots));

    /// <summary>The value of a plain slot or literal.</summary>
    public virtual Value ReadPlain(IValueSource slots) => throw new InvalidOperationException("This is no slot and no literal.");
}
