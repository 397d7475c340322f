using System.Globalization;
using System.Text;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads text and number literals.</summary>
internal sealed class LiteralLexer(DiagnosticBag diagnostics, WordTable words)
{
    // What one long literal has grown is not kept.
    private const int KeptCapacity = 4096;

    private readonly NumberLexer _numbers = new(diagnostics);
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

    /// <summary>Reads a number of any form.</summary>
    public Value ReadNumber(ref int position) => _numbers.Read(_text, ref position);

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
