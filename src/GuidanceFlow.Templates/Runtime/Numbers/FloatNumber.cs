using System.Text.Json;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>A floating-point number of 32 bits, <c>1.5f</c>.</summary>
internal sealed class FloatNumber(float number) : OtherNumber
{
    public float Number { get; } = number;

    public override string KindName => "float";

    public override Value Negated => From(-Number);

    public override Value Absolute => From(Math.Abs(Number));

    public static Value From(float number) => Value.FromOther(new FloatNumber(number));

    public override double ToDouble() => Number;

    public override bool TryToInteger(out long integer)
    {
        float whole = MathF.Round(Number);
        bool fits = whole is >= long.MinValue and < long.MaxValue;
        integer = fits ? (long)whole : 0;
        return fits;
    }

    public override string ToString(string? format, IFormatProvider culture) => Number.ToString(format, culture);

    public override bool TryWrite(Utf8JsonWriter writer)
    {
        if (!float.IsFinite(Number))
        {
            return false;
        }

        writer.WriteNumberValue(Number);
        return true;
    }

    // Two that are not a number are the same one here, as lists want it.
    public override bool Equals(object? obj) => obj is FloatNumber other && Number.Equals(other.Number);

    public override int GetHashCode() => HashCode.Combine(Number);
}
