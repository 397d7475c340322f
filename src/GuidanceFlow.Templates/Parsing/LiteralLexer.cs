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
        char mark = position + 1 < _text.Length ? _text[position + 1] : '\0';
        if (_text[position] == '0' && mark is 'x' or 'X' && position + 2 < _text.Length && char.IsAsciiHexDigit(_text[position + 2]))
        {
            return ReadBits(ref position, NumberStyles.AllowHexSpecifier, char.IsAsciiHexDigit);
        }

        if (_text[position] == '0' && mark is 'b' or 'B' && position + 2 < _text.Length && _text[position + 2] is '0' or '1')
        {
            return ReadBits(ref position, NumberStyles.AllowBinarySpecifier, static digit => digit is '0' or '1');
        }

        SkipDigits(ref position);
        bool isWhole = true;
        if (position + 1 < _text.Length && _text[position] == '.' && char.IsAsciiDigit(_text[position + 1]))
        {
            isWhole = false;
            position++;
            SkipDigits(ref position);
        }

        int exponent = position + 1 < _text.Length && _text[position] is 'e' or 'E' ? position + 1 : -1;
        if (exponent > 0 && _text[exponent] is '+' or '-')
        {
            exponent++;
        }

        if (exponent > 0 && exponent < _text.Length && char.IsAsciiDigit(_text[exponent]))
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

    private Value ReadBits(ref int position, NumberStyles style, Func<char, bool> isDigit)
    {
        int start = position;
        position += 2;
        while (position < _text.Length && (isDigit(_text[position]) || _text[position] == '_'))
        {
            position++;
        }

        string digits = _text[(start + 2)..position].Replace("_", string.Empty, StringComparison.Ordinal).TrimStart('0');
        if (digits.Length <= (style == NumberStyles.AllowHexSpecifier ? 16 : 64))
        {
            return Value.From(digits.Length == 0 ? 0L : long.Parse(digits, style, CultureInfo.InvariantCulture));
        }

        diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, position - start), "This number does not fit 64 bits; make it smaller.");
        return Value.From(0L);
    }

    private void SkipDigits(ref int position)
    {
        while (position < _text.Length && (char.IsAsciiDigit(_text[position]) || (_text[position] == '_' && position + 1 < _text.Length && char.IsAsciiDigit(_text[position + 1]))))
        {
            position++;
        }
    }

    /// <summary>Skips the <c>f</c> or <c>d</c> that marks a floating-point number.</summary>
    private bool SkipSuffix(int start, ref int position)
    {
        if (position >= _text.Length || _text[position] is not ('f' or 'F' or 'd' or 'D' or 'm' or 'M')
            || (position + 1 < _text.Length && (char.IsLetterOrDigit(_text[position + 1]) || _text[position + 1] == '_')))
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
