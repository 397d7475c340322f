using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A name of the scope.</summary>
internal sealed class SlotNode(TextSpan span, int slot) : Node(span)
{
    public int Slot { get; } = slot;

    public override Value Evaluate(RenderState state) => state.GetSlot(Slot);

    public override bool IsPlain => true;

    public override Value ReadPlain(IValueSource slots) => slots.GetValue(Slot);
}
