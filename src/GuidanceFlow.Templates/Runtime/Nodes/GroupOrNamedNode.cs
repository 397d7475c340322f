using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A path such as <c>date.now</c>, which is a function unless there is a variable <c>date</c>.</summary>
internal sealed class GroupOrNamedNode(TextSpan span, string name, Node named, Node call) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.Scopes.TryRead(name, out _) ? named.Evaluate(state) : call.Evaluate(state);

    public override Value EvaluateUncalled(RenderState state) => state.Scopes.TryRead(name, out _) ? named.EvaluateUncalled(state) : call.EvaluateUncalled(state);
}
