using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>An operator or pipe that is applied to the value left of it.</summary>
/// <remarks>In a <see cref="ChainNode"/>, whose steps get their left value handed in, <see cref="Left"/> is null.</remarks>
internal abstract class StepNode(TextSpan span, Node? left) : Node(span)
{
    public Node? Left { get; } = left;

    public abstract Value Apply(RenderState state, Value left);

    public override Value Evaluate(RenderState state) => Apply(state, Left!.Evaluate(state));
}
