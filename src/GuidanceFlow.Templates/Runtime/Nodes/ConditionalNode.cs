using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>condition ? a : b</c>.</summary>
internal sealed class ConditionalNode(TextSpan span, Node condition, Node whenTrue, Node whenFalse) : Node(span)
{
    public override Value Evaluate(RenderState state) => condition.Test(state) ? whenTrue.Evaluate(state) : whenFalse.Evaluate(state);

    public override bool Test(RenderState state) => condition.Test(state) ? whenTrue.Test(state) : whenFalse.Test(state);
}
