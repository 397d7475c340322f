using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>@f</c>: the function itself, not what it gives.</summary>
internal sealed class PointerNode(TextSpan span, Node operand) : Node(span)
{
    public override Value Evaluate(RenderState state) => operand.EvaluateUncalled(state);
}
