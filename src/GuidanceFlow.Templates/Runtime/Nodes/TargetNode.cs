using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Something that can be assigned.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="before">What it holds before; for <c>+=</c> and <c>++</c>.</param>
internal abstract class TargetNode(TextSpan span, Node before)
{
    public TextSpan Span { get; } = span;

    public Node Before { get; } = before;

    public abstract void Assign(RenderState state, Value value);
}
