using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>The operators on lists: <c>+</c> joins two, <c>*</c> repeats one, <c>/</c> and <c>//</c> keep its first part, <c>%</c> every so many items.</summary>
internal static class ListArithmetic
{
    public static Value Apply(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        if (sign == TokenKind.Plus && left.TryGetList(out ValueList? first) && right.TryGetList(out ValueList? second))
        {
            state.CheckListLength((long)first.Count + second.Count, place);
            state.CountCopies((long)first.Count + second.Count, place);
            return state.NewList([.. first.AsSpan(), .. second.AsSpan()]);
        }

        bool isLeft = left.TryGetList(out ValueList? items);
        if (sign is not (TokenKind.Star or TokenKind.Slash or TokenKind.SlashSlash or TokenKind.Percent)
            || (!isLeft && (sign != TokenKind.Star || !right.TryGetList(out items)))
            || !TryGetCount(state, isLeft ? right : left, out long count))
        {
            throw Arithmetic.Unsupported(state, sign, left, right, place);
        }

        if (count < 0)
        {
            throw state.Fail(place, $"\"{OperatorNames.Of(sign)}\" needs a number beside a list that is not negative.");
        }

        if (sign == TokenKind.Star)
        {
            return Repeat(state, items!, count, place);
        }

        if (count == 0)
        {
            throw state.Fail(place, $"\"{OperatorNames.Of(sign)}\" divides by zero.");
        }

        state.CountItems(items!.Count, place);
        return state.NewList(sign == TokenKind.Percent ? EveryOf(items, count) : items.AsSpan()[..(int)(items.Count / count)].ToArray());
    }

    /// <summary>A number with a fraction is rounded; what is no number at all does not count.</summary>
    private static bool TryGetCount(RenderState state, Value value, out long count)
    {
        count = 0;
        return (OtherNumber.IsNumber(value) || value.Kind == ValueKind.Boolean) && Conversion.TryToInteger(value, state.Culture, out count);
    }

    private static Value Repeat(RenderState state, ValueList items, long times, TextSpan place)
    {
        state.CheckListLength((long)Math.Min((decimal)items.Count * times, long.MaxValue), place);
        int length = items.Count * (items.Count == 0 ? 0 : (int)times);
        state.CountCopies(length, place);
        var result = new Value[length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = items[i % items.Count];
        }

        return state.NewList(result);
    }

    private static Value[] EveryOf(ValueList items, long step)
    {
        if (items.Count == 0)
        {
            return [];
        }

        int distance = (int)Math.Min(step, items.Count);
        var result = new Value[(items.Count + distance - 1) / distance];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = items[i * distance];
        }

        return result;
    }
}
