using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>In a template without scope: a path such as <c>date.now</c>, which is a function unless the model has a <c>date</c>.</summary>
internal sealed class GroupOrGlobalNode(TextSpan span, string name, Node global, Node call) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.TryGetGlobal(name, out _) ? global.Evaluate(state) : call.Evaluate(state);
}
