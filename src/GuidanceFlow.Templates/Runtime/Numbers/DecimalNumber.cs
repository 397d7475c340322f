using System.Text.Json;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>A decimal number of 28 digits, <c>1.50m</c>; it keeps the zeros it is written with.</summary>
internal sealed class DecimalNumber(decimal number) : OtherNumber
{
    // Dividing by a 1 of so many digits leaves no zeros at the end.
    private const decimal WithoutZeros = 1.0000000000000000000000000000m;

    public decimal Number { get; } = number;

    public override string KindName => "decimal";

    public override Value Negated => From(-Number);

    public override Value Absolute => From(Math.Abs(Number));

    public static Value From(decimal number) => Value.FromOther(new DecimalNumber(number));

    public override double ToDouble() => (double)Number;

    public override bool TryToInteger(out long integer)
    {
        decimal whole = Math.Round(Number);
        bool fits = whole is >= long.MinValue and <= long.MaxValue;
        integer = fits ? (long)whole : 0;
        return fits;
    }

    public override string ToString(string? format, IFormatProvider culture) => Number.ToString(format, culture);

    public override bool TryWrite(Utf8JsonWriter writer)
    {
        writer.WriteNumberValue(Number);
        return true;
    }

    public override bool Equals(object? obj) => obj is DecimalNumber other && Number == other.Number;

    public override int GetHashCode()
    {
        // Equal ones have equal parts once their zeros are gone. Its own hash joins the parts so that they cancel each other out.
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(Number == 0 ? 0 : Number / WithoutZeros, parts);
        return HashCode.Combine(parts[0], parts[1], parts[2], parts[3]);
    }
}
