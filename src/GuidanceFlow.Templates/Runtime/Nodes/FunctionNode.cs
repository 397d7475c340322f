using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A function that the template defines, as a value.</summary>
internal sealed class FunctionNode(TextSpan span, FunctionDefinition definition) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.FromOther(new DefinedFunction(definition));
}
