using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>a ?? b</c>: b when a is null; <c>a ?! b</c>: b when a is not null.</summary>
internal sealed class CoalesceNode(TextSpan span, Node? left, Node right, bool whenNull) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left) => left.IsNull == whenNull ? right.Evaluate(state) : left;
}
