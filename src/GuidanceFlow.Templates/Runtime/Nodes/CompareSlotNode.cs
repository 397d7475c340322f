using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A name of the scope compared with a literal, which is what most guards consist of: <see cref="CompareNode"/> in one piece.</summary>
internal sealed class CompareSlotNode(TextSpan span, TokenKind sign, TextSpan signSpan, int slot, Value literal) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.From(Test(state));

    public override bool Test(RenderState state) => Comparison.Apply(state, sign, state.GetSlot(slot), literal, signSpan);

    public override bool IsPlain => true;

    public override bool? TestPlain(IValueSource slots) => CompareNode.TestPlain(sign, slots.GetValue(slot), literal);

    /// <summary>The comparison of two nodes, in one piece where it can be.</summary>
    public static Node Make(TextSpan span, TokenKind sign, TextSpan signSpan, Node? left, Node right) => left is SlotNode name && right is LiteralNode literal
        ? new CompareSlotNode(span, sign, signSpan, name.Slot, literal.Value)
        : new CompareNode(span, sign, signSpan, left, right);
}
