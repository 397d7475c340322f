using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>The operators <c>+ - * / // %</c>. A null operand gives null, except beside text, where it is empty.</summary>
internal static class Arithmetic
{
    public static Value Apply(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        if (left.TryGetInteger(out long leftInteger) && right.TryGetInteger(out long rightInteger))
        {
            return ApplyIntegers(state, sign, leftInteger, rightInteger, place);
        }

        if (left.Kind == ValueKind.Text || right.Kind == ValueKind.Text)
        {
            return ApplyText(state, sign, left, right, place);
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
        {
            return ListArithmetic.Apply(state, sign, left, right, place);
        }

        if (left.IsNumeric || right.IsNumeric)
        {
            return ApplyNumbers(state, sign, left, right, place);
        }

        if (left.Reference is OtherNumber || right.Reference is OtherNumber)
        {
            return OtherArithmetic.Apply(state, sign, left, right, place);
        }

        return ApplyTime(left, right, sign) ?? throw Unsupported(state, sign, left, right, place);
    }

    /// <summary>The integer or double a value stands for in arithmetic: true is 1 and false is 0 beside a number. <see cref="Conversion.TryToNumber"/> also takes numbers of other forms.</summary>
    public static bool TryGetNumber(Value value, out double number)
    {
        if (value.TryGetBoolean(out bool boolean))
        {
            number = boolean ? 1 : 0;
            return true;
        }

        return value.TryGetNumber(out number);
    }

    /// <summary>What to do about <c>0..n-1</c>, which is a range less one.</summary>
    public const string RangeRemedy = " An end of a range that is computed stands in parentheses: \"0..(n - 1)\".";

    public static TemplateRuntimeException Unsupported(RenderState state, TokenKind sign, Value left, Value right, TextSpan place) =>
        state.Fail(place, $"\"{OperatorNames.Of(sign)}\" cannot take {KindNames.Describe(left)} and {KindNames.Describe(right)}.{(sign == TokenKind.Minus && left.Kind == ValueKind.List ? RangeRemedy : string.Empty)}");

    public static TemplateRuntimeException DividesByZero(RenderState state, TokenKind sign, TextSpan place) =>
        state.Fail(place, $"\"{OperatorNames.Of(sign)}\" divides by zero.");

    /// <summary>What does not fit 64 bits becomes a <see cref="BigNumber"/>; no exception tells so, as a loop may need it in every round.</summary>
    private static Value ApplyIntegers(RenderState state, TokenKind sign, long left, long right, TextSpan place)
    {
        switch (sign)
        {
            case TokenKind.Plus:
                long sum = unchecked(left + right);
                return ((left ^ sum) & (right ^ sum)) >= 0 ? Value.From(sum) : ApplyLarge(state, sign, left, right, place);
            case TokenKind.Minus:
                long difference = unchecked(left - right);
                return ((left ^ right) & (left ^ difference)) >= 0 ? Value.From(difference) : ApplyLarge(state, sign, left, right, place);
            case TokenKind.Star:
                if (left == (int)left && right == (int)right)
                {
                    return Value.From(left * right);
                }

                long high = Math.BigMul(left, right, out long product);
                return high == product >> 63 ? Value.From(product) : ApplyLarge(state, sign, left, right, place);
            case TokenKind.Slash:
                return Value.From((double)left / right);
            case TokenKind.SlashSlash or TokenKind.Percent when right == 0:
                throw DividesByZero(state, sign, place);
            case TokenKind.SlashSlash:
                return right != -1 ? Value.From(left / right) : left != long.MinValue ? Value.From(-left) : ApplyLarge(state, sign, left, right, place);
            case TokenKind.Percent:
                return Value.From(right == -1 ? 0 : left % right);
            default:
                throw Unsupported(state, sign, Value.From(left), Value.From(right), place);
        }
    }

    // On its own, so that the usual way does not make room for large numbers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value ApplyLarge(RenderState state, TokenKind sign, long left, long right, TextSpan place) => OtherArithmetic.ApplyBig(state, sign, left, right, place);

    private static Value ApplyNumbers(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        // A boolean beside a whole number counts as a whole number.
        if (left.TryGetBoolean(out bool first) && right.TryGetInteger(out long rightInteger))
        {
            return ApplyIntegers(state, sign, first ? 1 : 0, rightInteger, place);
        }

        if (right.TryGetBoolean(out bool second) && left.TryGetInteger(out long leftInteger))
        {
            return ApplyIntegers(state, sign, leftInteger, second ? 1 : 0, place);
        }

        if (!TryGetNumber(left, out double x) || !TryGetNumber(right, out double y))
        {
            return OtherArithmetic.Apply(state, sign, left, right, place);
        }

        return sign switch
        {
            TokenKind.Plus => Value.From(x + y),
            TokenKind.Minus => Value.From(x - y),
            TokenKind.Star => Value.From(x * y),
            TokenKind.Slash => Value.From(x / y),
            TokenKind.SlashSlash => Value.From(Math.Round(x / y)),
            TokenKind.Percent => Value.From(x % y),
            _ => throw Unsupported(state, sign, left, right, place),
        };
    }

    private static Value ApplyText(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        if (sign == TokenKind.Plus)
        {
            string first = state.ToText(left);
            string second = state.ToText(right);
            state.CountText((long)first.Length + second.Length, place);
            return Value.From(string.Concat(first, second));
        }

        if (sign != TokenKind.Star)
        {
            throw Unsupported(state, sign, left, right, place);
        }

        (Value text, Value count) = left.Kind == ValueKind.Text && right.Kind != ValueKind.Text ? (left, right) : (right, left);
        string repeated = state.ToText(text);
        if (count.IsNull)
        {
            return Value.EmptyText;
        }

        if (!Conversion.TryToInteger(count, state.Culture, out long times))
        {
            throw Unsupported(state, sign, left, right, place);
        }

        times = Math.Max(0, times);
        state.CountText((long)Math.Min((decimal)repeated.Length * times, long.MaxValue), place);
        return Value.From(repeated.Length == 0 ? string.Empty : string.Create(repeated.Length * (int)times, repeated, Repeat));
    }

    private static Value? ApplyTime(Value left, Value right, TokenKind sign)
    {
        if (sign is not (TokenKind.Plus or TokenKind.Minus))
        {
            return null;
        }

        bool isMinus = sign == TokenKind.Minus;
        try
        {
            if (right.TryGetDuration(out TimeSpan duration))
            {
                if (left.TryGetDate(out DateTime date))
                {
                    return Value.From(isMinus ? date - duration : date + duration);
                }

                return left.TryGetDuration(out TimeSpan first) ? Value.From(isMinus ? first - duration : first + duration) : null;
            }
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }

        return isMinus && left.TryGetDate(out DateTime end) && right.TryGetDate(out DateTime start) ? Value.From(end - start) : null;
    }

    private static void Repeat(Span<char> target, string text)
    {
        for (int i = 0; i < target.Length; i += text.Length)
        {
            text.CopyTo(target[i..]);
        }
    }
}
