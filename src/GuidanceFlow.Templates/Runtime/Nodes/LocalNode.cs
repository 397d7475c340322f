using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A variable of the template; null until it is assigned.</summary>
internal sealed class LocalNode(TextSpan span, int index) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value value = state.Locals[index];
        return ReferenceEquals(value.Reference, AssignedNull.Instance) ? Value.Null : value;
    }
}
