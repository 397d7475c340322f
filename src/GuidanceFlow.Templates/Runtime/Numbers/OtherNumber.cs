using System.Text.Json;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>
/// A number of the running template that is neither a whole number of 64 bits nor a double: a <see cref="DecimalNumber"/>,
/// a <see cref="FloatNumber"/> or a <see cref="BigNumber"/>. Hosts never get one, see <see cref="Freezing"/>.
/// </summary>
internal abstract class OtherNumber
{
    /// <summary>What <c>object.kind</c> calls it.</summary>
    public abstract string KindName { get; }

    /// <summary>The number as a host gets it, an integer or a double.</summary>
    public virtual Value Plain => Value.From(ToDouble());

    public abstract Value Negated { get; }

    public abstract Value Absolute { get; }

    /// <summary>Whether a value is a number of any form.</summary>
    public static bool IsNumber(Value value) => value.IsNumeric || value.Reference is OtherNumber;

    public abstract double ToDouble();

    /// <summary>The nearest whole number, half to even; none beyond 64 bits.</summary>
    public abstract bool TryToInteger(out long integer);

    /// <exception cref="FormatException">The format is none of this number.</exception>
    public abstract string ToString(string? format, IFormatProvider culture);

    /// <summary>Writes the number as JSON has it; false when it is infinite or not a number.</summary>
    public abstract bool TryWrite(Utf8JsonWriter writer);

    public sealed override string ToString() => ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
