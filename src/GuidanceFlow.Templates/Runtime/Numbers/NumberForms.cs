using System.Numerics;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>Which form a number has, and how it is taken for one of another form.</summary>
internal static class NumberForms
{
    public static NumberForm Of(Value value) => value.Kind switch
    {
        ValueKind.Boolean or ValueKind.Integer => NumberForm.Integer,
        ValueKind.Number => NumberForm.Double,
        ValueKind.Other => value.Reference switch
        {
            BigNumber => NumberForm.Big,
            FloatNumber => NumberForm.Float,
            DecimalNumber => NumberForm.Decimal,
            _ => NumberForm.None,
        },
        _ => NumberForm.None,
    };

    /// <summary>The form that two values are taken for; none when one of them is no number.</summary>
    public static NumberForm Of(Value left, Value right)
    {
        (NumberForm first, NumberForm second) = (Of(left), Of(right));
        return first == NumberForm.None || second == NumberForm.None ? NumberForm.None : first > second ? first : second;
    }

    /// <summary>A value of the forms up to <see cref="NumberForm.Big"/>.</summary>
    public static BigInteger ToBig(Value value) => value.Reference is BigNumber big ? big.Number : ToInteger(value);

    /// <summary>A value of the forms up to <see cref="NumberForm.Float"/>.</summary>
    public static float ToFloat(Value value) => value.Reference switch
    {
        FloatNumber number => number.Number,
        BigNumber big => (float)big.Number,
        _ => ToInteger(value),
    };

    public static double ToDouble(Value value) =>
        value.Reference is OtherNumber other ? other.ToDouble() : Arithmetic.TryGetNumber(value, out double number) ? number : 0;

    /// <exception cref="OverflowException">The number is beyond decimals.</exception>
    public static decimal ToDecimal(Value value) => value.Reference switch
    {
        DecimalNumber number => number.Number,
        FloatNumber number => (decimal)number.Number,
        BigNumber big => (decimal)big.Number,
        _ => value.Kind == ValueKind.Number && value.TryGetNumber(out double number) ? (decimal)number : ToInteger(value),
    };

    private static long ToInteger(Value value) => value.TryGetInteger(out long integer) ? integer : value == Value.True ? 1 : 0;
}
