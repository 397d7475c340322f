using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>
/// Inside <c>with</c>, and where that may be around the call or the inclusion: a member of the opened object or a loop's variable of that name, or
/// else the name's value outside.
/// </summary>
internal sealed class OpenedNameNode(TextSpan span, string name, Node outside) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.Scopes.TryRead(name, out Value value) ? Calls.Callable.Resolve(state, value, Span) : outside.Evaluate(state);

    public override Value EvaluateUncalled(RenderState state) => state.Scopes.TryRead(name, out Value value) ? value : outside.EvaluateUncalled(state);
}
