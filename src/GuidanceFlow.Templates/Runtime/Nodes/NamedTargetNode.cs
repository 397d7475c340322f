using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A variable that is looked up by its name.</summary>
internal sealed class NamedTargetNode(TextSpan span, Node before, string name) : TargetNode(span, before)
{
    public override void Assign(RenderState state, Value value) => state.Scopes.Assign(name, value, Span);
}
