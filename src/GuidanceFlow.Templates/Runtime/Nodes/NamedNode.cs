using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A variable that is looked up by its name; a function is called.</summary>
internal sealed class NamedNode(TextSpan span, string name) : Node(span)
{
    public override Value Evaluate(RenderState state) => Callable.Resolve(state, state.Scopes.Read(name), Span);

    public override Value EvaluateUncalled(RenderState state) => state.Scopes.Read(name);
}
