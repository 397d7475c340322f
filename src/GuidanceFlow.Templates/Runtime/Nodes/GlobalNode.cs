using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A name of the model, in a template without scope.</summary>
internal sealed class GlobalNode(TextSpan span, string name) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.GetGlobal(name);
}
