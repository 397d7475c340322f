using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A name of the scope.</summary>
internal sealed class SlotNode(TextSpan span, int slot) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.GetSlot(slot);

    public override bool IsPlain => true;

    public override Value ReadPlain(IValueSource slots) => slots.GetValue(slot);
}
