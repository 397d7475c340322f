using System.Globalization;
using System.Numerics;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// Reads numbers: <c>12</c>, <c>1_000</c>, <c>1.5</c>, <c>1e3</c>, with <c>f</c> a float of 32 bits, with <c>d</c> a double, with
/// <c>m</c> a decimal. A whole number is as large as it is written. <c>0x…</c> and <c>0b…</c> are read by <see cref="BitsLexer"/>.
/// </summary>
internal sealed class NumberLexer(DiagnosticBag diagnostics)
{
    // Fewer digits fit 64 bits whatever they are.
    private const int PlainDigits = 18;

    private readonly BitsLexer _bits = new(diagnostics);
    private string _text = string.Empty;

    public Value Read(string text, ref int position)
    {
        _text = text;
        if (TryReadPlain(ref position, out long plain))
        {
            return Value.From(plain);
        }

        return _bits.StartsAt(text, position) ? _bits.Read(text, ref position) : ReadWritten(ref position);
    }

    /// <summary>Whether a character may go on a name or a number.</summary>
    public static bool IsNamePartAt(string text, int position) => position < text.Length && (text[position] == '_' || char.IsLetterOrDigit(text[position]));

    /// <summary>Nearly all numbers are a few digits.</summary>
    private bool TryReadPlain(ref int position, out long number)
    {
        number = 0;
        int end = position;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            if (end - position == PlainDigits)
            {
                return false;
            }

            number = (number * 10) + (_text[end++] - '0');
        }

        bool isRange = end + 1 < _text.Length && _text[end] == '.' && _text[end + 1] == '.';
        if (!isRange && end < _text.Length && (_text[end] == '.' || IsNamePartAt(_text, end)))
        {
            return false;
        }

        position = end;
        return true;
    }

    private Value ReadWritten(ref int position)
    {
        int start = position;
        SkipDigits(ref position);
        bool isWhole = !SkipFraction(ref position);
        int exponent = ExponentAt(position);
        if (exponent > 0)
        {
            position = exponent;
            SkipDigits(ref position);
        }

        ReadOnlySpan<char> written = _text.AsSpan(start, position - start);
        ReadOnlySpan<char> digits = written.Contains('_') ? written.ToString().Replace("_", string.Empty, StringComparison.Ordinal) : written;
        char suffix = SuffixAt(position);
        if (suffix != '\0')
        {
            position++;
        }

        switch (suffix)
        {
            case 'f':
                return FloatNumber.From(float.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
            case 'm':
                return ReadDecimal(digits, start, position);
            case '\0' when isWhole:
                return ReadWhole(digits, start, position);
            default:
                return Value.From(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
    }

    private Value ReadDecimal(ReadOnlySpan<char> digits, int start, int end)
    {
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, end - start), "This number does not fit a decimal number of 28 digits; leave out the \"m\".");
        }

        return DecimalNumber.From(number);
    }

    private Value ReadWhole(ReadOnlySpan<char> digits, int start, int end)
    {
        if (long.TryParse(digits, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out long integer))
        {
            return Value.From(integer);
        }

        int mark = digits.IndexOfAny('e', 'E');
        if (mark >= 0 && digits[mark + 1] == '-')
        {
            return Value.From(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        // The size is looked at first: an exponent makes a number of any size of a few characters.
        int exponent = 0;
        bool isReadable = mark < 0 || int.TryParse(digits[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
        ReadOnlySpan<char> written = digits[..(mark < 0 ? digits.Length : mark)].TrimStart('0');
        if (isReadable && written.Length + (long)exponent <= BigNumber.MaxDigits)
        {
            BigInteger number = BigInteger.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(10, exponent);
            if (!BigNumber.IsTooLarge(number))
            {
                return BigNumber.From(number);
            }
        }

        diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, end - start), $"This whole number has more than {BigNumber.MaxBits} bits; make it smaller.");
        return Value.From(0L);
    }

    private void SkipDigits(ref int position)
    {
        while (position < _text.Length && (char.IsAsciiDigit(_text[position]) || _text[position] == '_'))
        {
            position++;
        }
    }

    /// <summary>Skips a point and the digits behind it, of which there may be none: <c>1.</c>, but not in <c>1..2</c> or <c>1.size</c>.</summary>
    private bool SkipFraction(ref int position)
    {
        int next = position + 1;
        if (position >= _text.Length || _text[position] != '.' || (next < _text.Length && _text[next] == '.'))
        {
            return false;
        }

        if (IsNamePartAt(_text, next) && !char.IsAsciiDigit(_text[next]) && ExponentAt(next) < 0 && SuffixAt(next) == '\0')
        {
            return false;
        }

        position = next;
        if (next < _text.Length && char.IsAsciiDigit(_text[next]))
        {
            SkipDigits(ref position);
        }

        return true;
    }

    /// <summary>Where the digits of an exponent start; -1 when none stands at a position.</summary>
    private int ExponentAt(int position)
    {
        if (position >= _text.Length || _text[position] is not ('e' or 'E'))
        {
            return -1;
        }

        int digits = position + (position + 1 < _text.Length && _text[position + 1] is '+' or '-' ? 2 : 1);
        return digits < _text.Length && char.IsAsciiDigit(_text[digits]) ? digits : -1;
    }

    /// <summary>The letter, in lower case, that says what form the number before it has; <c>\0</c> for none.</summary>
    private char SuffixAt(int position)
    {
        char suffix = position < _text.Length ? char.ToLowerInvariant(_text[position]) : '\0';
        return suffix is 'f' or 'd' or 'm' && !IsNamePartAt(_text, position + 1) ? suffix : '\0';
    }
}
