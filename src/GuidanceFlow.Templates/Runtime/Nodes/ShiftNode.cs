using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>list &lt;&lt; item</c> appends, <c>item &gt;&gt; list</c> puts in front; on whole numbers the bits are shifted.</summary>
internal sealed class ShiftNode(TextSpan span, bool isLeft, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left)
    {
        Value other = right.Evaluate(state);
        if (left.Kind != ValueKind.List && other.Kind != ValueKind.List)
        {
            return left.IsNull || other.IsNull ? Value.Null : Shift(state, left, other);
        }

        (Value list, Value item) = isLeft ? (left, other) : (other, left);
        if (!list.TryGetList(out ValueList? items))
        {
            throw Arithmetic.Unsupported(state, isLeft ? TokenKind.ShiftLeft : TokenKind.ShiftRight, left, other, signSpan);
        }

        state.CheckListLength(items.Count + 1L, signSpan);
        state.CountItems(items.Count, signSpan);
        return state.NewList(isLeft ? [.. items.AsSpan(), item] : [item, .. items.AsSpan()]);
    }

    /// <summary>Times 2, or divided by 2, as often as is said.</summary>
    private Value Shift(RenderState state, Value left, Value other)
    {
        if (!other.TryGetInteger(out long count) || !Arithmetic.TryGetNumber(left, out double number))
        {
            throw Arithmetic.Unsupported(state, isLeft ? TokenKind.ShiftLeft : TokenKind.ShiftRight, left, other, signSpan);
        }

        count = isLeft ? count : -count;
        if (left.Kind == ValueKind.Number)
        {
            return Value.From(Math.ScaleB(number, (int)Math.Clamp(count, -5_000, 5_000)));
        }

        var bits = (long)number;
        if (left.TryGetInteger(out long whole))
        {
            bits = whole;
        }

        if (count <= 0)
        {
            return Value.From(bits >> (int)Math.Min(-count, 63));
        }

        long shifted = count > 62 ? 0 : bits << (int)count;
        return bits == 0 || (count <= 62 && shifted >> (int)count == bits)
            ? Value.From(shifted)
            : throw state.Fail(signSpan, $"The result of \"{(isLeft ? "<<" : ">>")}\" does not fit a whole number of 64 bits.");
    }
}
