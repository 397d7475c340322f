using System.Numerics;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary><c>&lt;&lt;</c> and <c>&gt;&gt;</c> on numbers: times 2, or divided by 2, as often as is said.</summary>
internal static class Shifting
{
    public static Value Apply(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        bool isLeft = sign == TokenKind.ShiftLeft;
        switch (NumberForms.Of(left, right))
        {
            case NumberForm.Integer or NumberForm.Big:
                return ShiftBits(state, sign, NumberForms.ToBig(left), NumberForms.ToBig(right), place);
            case NumberForm.Float:
                var factor = (float)Math.Pow(2, NumberForms.ToFloat(right));
                return FloatNumber.From(isLeft ? NumberForms.ToFloat(left) * factor : NumberForms.ToFloat(left) / factor);
            case NumberForm.Double:
                double power = Math.Pow(2, NumberForms.ToDouble(right));
                return Value.From(isLeft ? NumberForms.ToDouble(left) * power : NumberForms.ToDouble(left) / power);
            case NumberForm.Decimal:
                return ShiftDecimal(state, sign, left, right, place);
            default:
                throw Arithmetic.Unsupported(state, sign, left, right, place);
        }
    }

    private static Value ShiftBits(RenderState state, TokenKind sign, BigInteger number, BigInteger count, TextSpan place)
    {
        count = sign == TokenKind.ShiftLeft ? count : -count;
        state.CountOperations(BigNumber.WordsOf(number), place);
        if (count.Sign <= 0)
        {
            // More bits than there are leave nothing but the sign.
            return BigNumber.From(number >> (int)BigInteger.Min(-count, BigNumber.MaxBits + 1));
        }

        // Known before the bits are there: the result of a large shift is never made.
        return number.IsZero ? Value.From(0)
            : number.GetBitLength() + count > BigNumber.MaxBits ? throw BigNumber.TooLarge(state, sign, place)
            : BigNumber.From(number << (int)count);
    }

    private static Value ShiftDecimal(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        try
        {
            decimal number = NumberForms.ToDecimal(left);
            var power = (decimal)Math.Pow(2, (double)NumberForms.ToDecimal(right));
            return DecimalNumber.From(sign == TokenKind.ShiftLeft ? number * power : number / power);
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            throw OtherArithmetic.BeyondDecimals(state, sign, place);
        }
    }
}
