using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>list &lt;&lt; item</c> appends, <c>item &gt;&gt; list</c> puts in front; on whole numbers the bits are shifted.</summary>
internal sealed class ShiftNode(TextSpan span, bool isLeft, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    private TokenKind Sign => isLeft ? TokenKind.ShiftLeft : TokenKind.ShiftRight;

    public override Value Apply(RenderState state, Value left)
    {
        Value other = right.Evaluate(state);
        if (left.Kind != ValueKind.List && other.Kind != ValueKind.List)
        {
            return left.IsNull || other.IsNull ? Value.Null : Shifting.Apply(state, Sign, left, other, signSpan);
        }

        (Value list, Value item) = isLeft ? (left, other) : (other, left);
        if (!list.TryGetList(out ValueList? items))
        {
            throw Arithmetic.Unsupported(state, Sign, left, other, signSpan);
        }

        state.CheckListLength(items.Count + 1L, signSpan);
        state.CountItems(items.Count, signSpan);
        return state.NewList(isLeft ? [.. items.AsSpan(), item] : [item, .. items.AsSpan()]);
    }
}
