using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A variable of the template whose place is known.</summary>
internal sealed class LocalTargetNode(TextSpan span, Node before, int index) : TargetNode(span, before)
{
    private static readonly Value Null = Value.FromOther(AssignedNull.Instance);

    public override void Assign(RenderState state, Value value) => state.Locals[index] = value.IsNull ? Null : value;
}
