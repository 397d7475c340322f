using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>A whole number beyond 64 bits. One that fits 64 bits is never of this class, so that every whole number has one form.</summary>
internal sealed class BigNumber : OtherNumber
{
    /// <summary>The most bits; without a limit a few multiplications would fill the memory.</summary>
    public const int MaxBits = 4096;

    /// <summary>No number of more digits has so few bits, its sign counted.</summary>
    public const int MaxDigits = 1235;

    private const int BitsOfWord = 64;

    private BigNumber(BigInteger number) => Number = number;

    public BigInteger Number { get; }

    public override string KindName => "bigint";

    public override Value Negated => From(-Number);

    public override Value Absolute => From(BigInteger.Abs(Number));

    /// <summary>A whole number in the form it has: an integer if it fits 64 bits.</summary>
    public static Value From(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? Value.From((long)number) : Value.FromOther(new BigNumber(number));

    public static bool IsTooLarge(BigInteger number) => number.GetBitLength() > MaxBits;

    /// <summary>The work one operation takes with a number, in units of the processor's words.</summary>
    public static long WordsOf(BigInteger number) => (number.GetBitLength() / BitsOfWord) + 1;

    public static TemplateRuntimeException TooLarge(RenderState state, TokenKind sign, TextSpan place) =>
        state.Fail(TemplateDiagnosticCode.RuntimeLimit, place, $"The result of \"{OperatorNames.Of(sign)}\" has more than {MaxBits} bits, the most a whole number can have.");

    public override double ToDouble() => (double)Number;

    /// <summary>The nearest double, where the conversion above, as Scriban's, cuts digits off.</summary>
    public override Value Plain => Value.From(double.Parse(Number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    public override bool TryToInteger(out long integer)
    {
        integer = 0;
        return false;
    }

    public override string ToString(string? format, IFormatProvider culture) => Number.ToString(format, culture);

    public override bool TryWrite(Utf8JsonWriter writer)
    {
        writer.WriteRawValue(ToString(), skipInputValidation: true);
        return true;
    }

    public override bool Equals(object? obj) => obj is BigNumber other && Number == other.Number;

    public override int GetHashCode() => Number.GetHashCode();
}
