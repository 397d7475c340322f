using System.Numerics;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>Arithmetic and comparison where a decimal, a float or a whole number beyond 64 bits takes part.</summary>
internal static class OtherArithmetic
{
    public static Value Apply(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        switch (NumberForms.Of(left, right))
        {
            case NumberForm.Integer or NumberForm.Big:
                return ApplyBig(state, sign, NumberForms.ToBig(left), NumberForms.ToBig(right), place);
            case NumberForm.Float:
                return ApplyFloats(sign, NumberForms.ToFloat(left), NumberForms.ToFloat(right)) ?? throw Arithmetic.Unsupported(state, sign, left, right, place);
            case NumberForm.Double:
                return Arithmetic.Apply(state, sign, Value.From(NumberForms.ToDouble(left)), Value.From(NumberForms.ToDouble(right)), place);
            case NumberForm.Decimal:
                return ApplyDecimals(state, sign, left, right, place);
            default:
                throw Arithmetic.Unsupported(state, sign, left, right, place);
        }
    }

    /// <summary>Whole numbers whose result may not fit 64 bits.</summary>
    public static Value ApplyBig(RenderState state, TokenKind sign, BigInteger left, BigInteger right, TextSpan place)
    {
        bool isProduct = sign is not (TokenKind.Plus or TokenKind.Minus);
        state.CountOperations(isProduct ? BigNumber.WordsOf(left) * BigNumber.WordsOf(right) : BigNumber.WordsOf(left) + BigNumber.WordsOf(right), place);
        if (sign == TokenKind.Slash)
        {
            return Value.From((double)left / (double)right);
        }

        if (sign is TokenKind.SlashSlash or TokenKind.Percent && right.IsZero)
        {
            throw Arithmetic.DividesByZero(state, sign, place);
        }

        BigInteger result = sign switch
        {
            TokenKind.Plus => left + right,
            TokenKind.Minus => left - right,
            TokenKind.Star => left * right,
            TokenKind.SlashSlash => BigInteger.Divide(left, right),
            TokenKind.Percent => BigInteger.Remainder(left, right),
            _ => throw Arithmetic.Unsupported(state, sign, BigNumber.From(left), BigNumber.From(right), place),
        };
        return BigNumber.IsTooLarge(result) ? throw BigNumber.TooLarge(state, sign, place) : BigNumber.From(result);
    }

    /// <summary>Compares numbers; messages name the operator as it is written, if another one compares for it.</summary>
    public static bool Compare(RenderState state, TokenKind sign, Value left, Value right, TextSpan place, TokenKind? written = null) => NumberForms.Of(left, right) switch
    {
        NumberForm.Integer or NumberForm.Big => Holds(sign, NumberForms.ToBig(left), NumberForms.ToBig(right)),
        NumberForm.Float => Holds(sign, NumberForms.ToFloat(left), NumberForms.ToFloat(right)),
        NumberForm.Double => Holds(sign, NumberForms.ToDouble(left), NumberForms.ToDouble(right)),
        NumberForm.Decimal => CompareDecimals(state, sign, left, right, place, written ?? sign),
        _ => throw Arithmetic.Unsupported(state, written ?? sign, left, right, place),
    };

    /// <summary>A number with the other sign; false when the value is no number.</summary>
    public static bool TryNegate(Value value, out Value negated)
    {
        if (value.TryGetInteger(out long integer))
        {
            negated = integer == long.MinValue ? BigNumber.From(-(BigInteger)integer) : Value.From(-integer);
            return true;
        }

        bool isOther = value.Reference is OtherNumber;
        negated = isOther ? ((OtherNumber)value.Reference!).Negated : value.TryGetNumber(out double number) ? Value.From(-number) : Value.Null;
        return isOther || value.IsNumeric;
    }

    private static Value? ApplyFloats(TokenKind sign, float left, float right) => sign switch
    {
        TokenKind.Plus => FloatNumber.From(left + right),
        TokenKind.Minus => FloatNumber.From(left - right),
        TokenKind.Star => FloatNumber.From(left * right),
        TokenKind.Slash => FloatNumber.From(left / right),

        // Unlike a double, a float is cut, and to 32 bits.
        TokenKind.SlashSlash => FloatNumber.From((int)(left / right)),
        TokenKind.Percent => FloatNumber.From(left % right),
        _ => null,
    };

    private static Value ApplyDecimals(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        try
        {
            (decimal first, decimal second) = (NumberForms.ToDecimal(left), NumberForms.ToDecimal(right));
            return DecimalNumber.From(sign switch
            {
                TokenKind.Plus => first + second,
                TokenKind.Minus => first - second,
                TokenKind.Star => first * second,
                TokenKind.Slash => first / second,
                TokenKind.SlashSlash => Math.Round(first / second),
                TokenKind.Percent => first % second,
                _ => throw Arithmetic.Unsupported(state, sign, left, right, place),
            });
        }
        catch (DivideByZeroException)
        {
            throw Arithmetic.DividesByZero(state, sign, place);
        }
        catch (OverflowException)
        {
            throw BeyondDecimals(state, sign, place);
        }
    }

    private static bool CompareDecimals(RenderState state, TokenKind sign, Value left, Value right, TextSpan place, TokenKind written)
    {
        try
        {
            return Holds(sign, NumberForms.ToDecimal(left), NumberForms.ToDecimal(right));
        }
        catch (OverflowException)
        {
            throw BeyondDecimals(state, written, place);
        }
    }

    public static TemplateRuntimeException BeyondDecimals(RenderState state, TokenKind sign, TextSpan place) =>
        state.Fail(place, $"The numbers of \"{OperatorNames.Of(sign)}\" or their result do not fit a decimal number of 28 digits; leave out the \"m\".");

    private static bool Holds<T>(TokenKind sign, T left, T right)
        where T : IComparisonOperators<T, T, bool> => sign switch
        {
            TokenKind.EqualEqual => left == right,
            TokenKind.NotEqual => left != right,
            TokenKind.Less => left < right,
            TokenKind.LessEqual => left <= right,
            TokenKind.Greater => left > right,
            _ => left >= right,
        };
}
