using System.Globalization;
using System.Numerics;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// Reads numbers written as their bits, <c>0xFF</c> and <c>0b101</c>. Those that fill exactly 32 or 64 bits are negative when the
/// first bit is set, unless a <c>u</c> follows. A binary number may have a fraction, <c>0b1.1</c>, and behind it <c>f</c> or <c>d</c>.
/// </summary>
internal sealed class BitsLexer(DiagnosticBag diagnostics)
{
    private const int BitsOfHexDigit = 4;

    private string _text = string.Empty;

    public bool StartsAt(string text, int position)
    {
        _text = text;
        return text[position] == '0' && position + 1 < text.Length && HasDigit(position + 2, IsHex(position));
    }

    /// <summary>Reads the number at a position where <see cref="StartsAt"/> has found one.</summary>
    public Value Read(string text, ref int position)
    {
        _text = text;
        int start = position;
        bool isHex = IsHex(start) == true;
        if (char.IsAsciiLetterUpper(text[start + 1]))
        {
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, 2), $"A number of this kind starts with \"0{char.ToLowerInvariant(text[start + 1])}\", in a small letter.");
        }

        position += 2;
        string digits = ReadDigits(ref position, isHex);
        if (!isHex && position + 1 < _text.Length && _text[position] == '.' && _text[position + 1] is '0' or '1')
        {
            position++;
            return ReadFraction(start, digits, ref position);
        }

        bool isUnsigned = SkipSuffix(ref position, "u") != '\0';
        int length = digits.TrimStart('0').Length * (isHex ? BitsOfHexDigit : 1);
        return length switch
        {
            <= 32 when isUnsigned => Value.From(Bits(digits, isHex)),
            <= 32 => Value.From((int)(uint)Bits(digits, isHex)),
            <= 64 when isUnsigned => BigNumber.From((ulong)Bits(digits, isHex)),
            <= 64 => Value.From(Bits(digits, isHex)),
            <= BigNumber.MaxBits => BigNumber.From(Large(digits, isHex)),
            _ => ReportSize(start, position),
        };
    }

    private static long Bits(string digits, bool isHex)
    {
        ReadOnlySpan<char> meaning = digits.AsSpan().TrimStart('0');
        return meaning.IsEmpty ? 0 : long.Parse(meaning, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
    }

    /// <summary>More than 64 bits. The first hexadecimal digit has the sign, zeros before it included; binary ones have none.</summary>
    private static BigInteger Large(string digits, bool isHex) => isHex
        ? BigInteger.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : BigInteger.Parse("0" + digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);

    private Value ReadFraction(int start, string whole, ref int position)
    {
        string fraction = ReadDigits(ref position, isHex: false);
        char suffix = SkipSuffix(ref position, "fdu");
        if (whole.Length + fraction.Length > BigNumber.MaxBits)
        {
            return ReportSize(start, position);
        }

        BigInteger bits = Large(whole + fraction, isHex: false);
        double scale = Math.Pow(2, -fraction.Length);
        return suffix == 'f' ? FloatNumber.From((float)bits * (float)scale) : Value.From((double)bits * scale);
    }

    private Value ReportSize(int start, int end)
    {
        diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, end - start), $"This number has more than {BigNumber.MaxBits} bits; make it smaller.");
        return Value.From(0L);
    }

    /// <summary>Whether <c>0x</c> stands at a position, or <c>0b</c>; null for neither.</summary>
    private bool? IsHex(int position) => _text[position + 1] switch
    {
        'x' or 'X' => true,
        'b' or 'B' => false,
        _ => null,
    };

    /// <summary>Whether a digit stands at a position, behind any underscores.</summary>
    private bool HasDigit(int position, bool? isHex)
    {
        while (position < _text.Length && _text[position] == '_')
        {
            position++;
        }

        return isHex is { } given && position < _text.Length && IsDigit(_text[position], given);
    }

    private string ReadDigits(ref int position, bool isHex)
    {
        int start = position;
        while (position < _text.Length && (IsDigit(_text[position], isHex) || _text[position] == '_'))
        {
            position++;
        }

        return _text[start..position].Replace("_", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>Skips a letter that ends the number, if it is one of a few, and gives it in lower case.</summary>
    private char SkipSuffix(ref int position, string letters)
    {
        char suffix = position < _text.Length ? char.ToLowerInvariant(_text[position]) : '\0';
        if (!letters.Contains(suffix, StringComparison.Ordinal) || NumberLexer.IsNamePartAt(_text, position + 1))
        {
            return '\0';
        }

        position++;
        return suffix;
    }

    private static bool IsDigit(char character, bool isHex) => isHex ? char.IsAsciiHexDigit(character) : character is '0' or '1';
}
