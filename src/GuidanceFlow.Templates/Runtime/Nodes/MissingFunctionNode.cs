using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>In a template without scope: a member of a group of functions that the group lacks, unless the model has an object of the group's name.</summary>
internal sealed class MissingFunctionNode(TextSpan span, string message) : Node(span)
{
    public override Value Evaluate(RenderState state) => throw state.Fail(Span, message);
}
