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
}
