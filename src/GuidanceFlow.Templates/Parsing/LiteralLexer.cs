using System.Globalization;
using System.Text;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads text and number literals.</summary>
internal sealed class LiteralLexer(DiagnosticBag diagnostics, WordTable words)
{
    // What one long literal has grown is not kept.
    private const int KeptCapacity = 4096;

    private string _text = string.Empty;
    private StringBuilder? _builder;
    private bool _sawOpenText;

    /// <summary>How many characters of a literal it has room for.</summary>
    public int Capacity => _builder?.Capacity ?? 0;

    private StringBuilder Builder => _builder ??= new StringBuilder();

    public void Start(string text)
    {
        _text = text;
        _sawOpenText = false;
        if (Capacity > KeptCapacity)
        {
            _builder = null;
        }
    }

    /// <summary>Reads <c>'…'</c> or <c>"…"</c> with its escapes.</summary>
    public string ReadText(ref int position)
    {
        int start = position;
        char quote = _text[position++];

        // Nearly all texts are as they stand.
        int end = _text.AsSpan(position).IndexOfAny(quote, '\\');
        if (end >= 0 && _text[position + end] == quote)
        {
            string plain = words.Find(_text.AsSpan(position, end));
            position += end + 1;
            return plain;
        }

        Builder.Clear();
        while (position < _text.Length)
        {
            char current = _text[position++];
            if (current == quote)
            {
                return Builder.ToString();
            }

            if (current == '\\')
            {
                ReadEscape(ref position);
            }
            else
            {
                Builder.Append(current);
            }
        }

        return ReportOpenText(start, quote, ref position);
    }

    /// <summary>Reads a piece of a text with values in it, up to the brace of the next value or the quote, which is not consumed.</summary>
    /// <param name="start">Where the whole text starts.</param>
    /// <param name="quote">What ends the text.</param>
    /// <param name="position">Where the piece starts; afterwards behind it.</param>
    public string ReadPiece(int start, char quote, ref int position)
    {
        Builder.Clear();
        while (position < _text.Length)
        {
            char current = _text[position];
            if (current == quote || current == '{')
            {
                return Builder.ToString();
            }

            position++;
            if (current != '\\')
            {
                Builder.Append(current);
            }
            else if (position < _text.Length && _text[position] == '{')
            {
                Builder.Append(_text[position++]);
            }
            else
            {
                ReadEscape(ref position);
            }
        }

        return ReportOpenText(start, quote, ref position);
    }

    /// <summary>Reads a text in backticks, where only a doubled backtick has a meaning.</summary>
    public string ReadVerbatim(ref int position)
    {
        int start = position++;
        Builder.Clear();
        while (position < _text.Length)
        {
            char current = _text[position++];
            if (current != '`')
            {
                Builder.Append(current);
            }
            else if (position < _text.Length && _text[position] == '`')
            {
                Builder.Append('`');
                position++;
            }
            else
            {
                return Builder.ToString();
            }
        }

        return ReportOpenText(start, '`', ref position);
    }

    /// <summary>Reads a decimal, hexadecimal (<c>0x</c>) or binary (<c>0b</c>) number; a whole one beyond 64 bits becomes a floating-point number.</summary>
    public Value ReadNumber(ref int position)
    {
        int start = position;
        if (_text[position] == '0' && position + 1 < _text.Length)
        {
            switch (_text[position + 1])
            {
                case 'x' or 'X' when HasDigit(position + 2, char.IsAsciiHexDigit):
                    return ReadBits(ref position, NumberStyles.AllowHexSpecifier, bitsOfDigit: 4, char.IsAsciiHexDigit);
                case 'b' or 'B' when HasDigit(position + 2, static digit => digit is '0' or '1'):
                    return ReadBits(ref position, NumberStyles.AllowBinarySpecifier, bitsOfDigit: 1, static digit => digit is '0' or '1');
            }
        }

        SkipDigits(ref position);
        bool isWhole = !SkipFraction(ref position);
        int exponent = ExponentAt(position);
        if (exponent > 0)
        {
            position = exponent;
            SkipDigits(ref position);
            isWhole &= _text[exponent - 1] != '-';
        }

        ReadOnlySpan<char> written = _text.AsSpan(start, position - start);
        ReadOnlySpan<char> digits = written.Contains('_') ? written.ToString().Replace("_", string.Empty, StringComparison.Ordinal) : written;
        isWhole &= !SkipSuffix(start, ref position);
        if (isWhole && long.TryParse(digits, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out long integer))
        {
            return Value.From(integer);
        }

        return Value.From(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    /// <summary>Whether a digit stands at a position, behind any underscores.</summary>
    private bool HasDigit(int position, Func<char, bool> isDigit)
    {
        while (position < _text.Length && _text[position] == '_')
        {
            position++;
        }

        return position < _text.Length && isDigit(_text[position]);
    }

    /// <summary>Reads digits that stand for bits. Those that fill exactly 32 or 64 bits are a negative number when the first bit is set, unless a <c>u</c> follows.</summary>
    private Value ReadBits(ref int position, NumberStyles style, int bitsOfDigit, Func<char, bool> isDigit)
    {
        int start = position;
        position += 2;
        while (position < _text.Length && (isDigit(_text[position]) || _text[position] == '_'))
        {
            position++;
        }

        string digits = _text[(start + 2)..position].Replace("_", string.Empty, StringComparison.Ordinal).TrimStart('0');
        bool isUnsigned = position < _text.Length && _text[position] is 'u' or 'U' && !IsNamePartAt(position + 1);
        position += isUnsigned ? 1 : 0;
        if (digits.Length <= 32 / bitsOfDigit)
        {
            uint bits = digits.Length == 0 ? 0 : uint.Parse(digits, style, CultureInfo.InvariantCulture);
            return Value.From(isUnsigned ? bits : (long)(int)bits);
        }

        if (digits.Length <= 64 / bitsOfDigit && long.Parse(digits, style, CultureInfo.InvariantCulture) is var integer && (integer >= 0 || !isUnsigned))
        {
            return Value.From(integer);
        }

        diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, position - start), "This number does not fit 64 bits; make it smaller.");
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

        if (IsNamePartAt(next) && !char.IsAsciiDigit(_text[next]) && ExponentAt(next) < 0 && !(_text[next] is 'f' or 'F' or 'd' or 'D' && !IsNamePartAt(next + 1)))
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

    private bool IsNamePartAt(int position) => position < _text.Length && (_text[position] == '_' || char.IsLetterOrDigit(_text[position]));

    /// <summary>Skips the <c>f</c> or <c>d</c> that marks a floating-point number.</summary>
    private bool SkipSuffix(int start, ref int position)
    {
        if (position >= _text.Length || _text[position] is not ('f' or 'F' or 'd' or 'D' or 'm' or 'M') || IsNamePartAt(position + 1))
        {
            return false;
        }

        if (_text[position] is 'm' or 'M')
        {
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, position + 1 - start), "There are no decimal numbers with \"m\"; leave the letter out.");
        }

        position++;
        return true;
    }

    private void ReadEscape(ref int position)
    {
        int start = position - 1;
        char mark = position < _text.Length ? _text[position++] : '\0';
        switch (mark)
        {
            case '\0' when position >= _text.Length:
                break;
            case '\n':
                break;
            case '\r':
                position += position < _text.Length && _text[position] == '\n' ? 1 : 0;
                break;
            case 'u':
                ReadCodePoint(start, 4, ref position);
                break;
            case 'x':
                ReadCodePoint(start, 2, ref position);
                break;
            default:
                const string Marks = "0'\"\\bfnrtv";
                int index = Marks.IndexOf(mark, StringComparison.Ordinal);
                Builder.Append(index < 0 ? mark : "\0'\"\\\b\f\n\r\t\v"[index]);
                if (index < 0)
                {
                    diagnostics.Report(
                        TemplateDiagnosticCode.Syntax,
                        new TextSpan(start, position - start),
                        $"\"\\{mark}\" is no escape; write \"\\\\\" for a backslash, or put the text in backticks.");
                }

                break;
        }
    }

    private void ReadCodePoint(int start, int digits, ref int position)
    {
        if (position + digits <= _text.Length
            && int.TryParse(_text.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            Builder.Append((char)code);
            position += digits;
            return;
        }

        diagnostics.Report(
            TemplateDiagnosticCode.Syntax,
            new TextSpan(start, position - start),
            $"\"\\{_text[position - 1]}\" needs {digits} hexadecimal digits, such as \"{(digits == 4 ? "\\u00e9" : "\\xe9")}\".");
    }

    private string ReportOpenText(int start, char quote, ref int position)
    {
        diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, 1), $"This text is not closed; add {quote} at its end.");
        if (!_sawOpenText)
        {
            // Going on at the end of the line or block finds the other mistakes. Only once, or it would not be linear.
            _sawOpenText = true;
            int line = _text.AsSpan(start).IndexOf('\n');
            int exit = _text.AsSpan(start).IndexOf("}}", StringComparison.Ordinal);
            int end = Math.Min(line < 0 ? int.MaxValue : line, exit < 0 ? int.MaxValue : exit);
            position = end == int.MaxValue ? _text.Length : start + end;
        }

        return string.Empty;
    }
}
