using System.Globalization;
using System.Text;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Json;

/// <summary>The part of <see cref="SyntaxFinder"/> that knows texts, numbers and words.</summary>
internal static class SyntaxScalars
{
    /// <summary>Goes behind the scalar at a place, or says what is wrong with it.</summary>
    public static SyntaxProblem? Skip(ReadOnlySpan<byte> text, ref int at)
    {
        byte first = text[at];
        return first switch
        {
            (byte)'"' => SkipText(text, ref at),
            (byte)'-' or (byte)'+' or (byte)'.' or (>= (byte)'0' and <= (byte)'9') => SkipNumber(text, ref at),
            (byte)',' => new SyntaxProblem(at, "A value is missing before this comma."),
            (byte)'}' or (byte)']' => new SyntaxProblem(at, $"A value is missing before this '{(char)first}'."),
            (byte)'\'' => new SyntaxProblem(at, "Texts stand in double quotes. Replace ' by \"."),
            _ when IsWordByte(first) => SkipWord(text, ref at),
            _ when Character(text, at) is "'“'" or "'”'" or "'„'" => new SyntaxProblem(at, "Texts stand in straight double quotes. Replace the curly quote by \"."),
            _ => new SyntaxProblem(at, $"Expected a value, found {Character(text, at)}."),
        };
    }

    public static bool IsWordByte(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'$';

    /// <summary>Whether a byte right behind a quote looks like running text: a letter, a digit, or a character beyond ASCII.</summary>
    public static bool IsTextByte(byte value) => char.IsAsciiLetterOrDigit((char)value) || value >= 0x80;

    /// <summary>The word at a place, as far as it helps in a message.</summary>
    public static string Word(ReadOnlySpan<byte> text, int at)
    {
        int end = at;
        while (end < text.Length && end - at < 40 && IsWordByte(text[end]))
        {
            end++;
        }

        return Encoding.ASCII.GetString(text[at..end]);
    }

    /// <summary>The character at a place for a message: itself where it can be seen, otherwise its number.</summary>
    public static string Character(ReadOnlySpan<byte> text, int at)
    {
        Rune.DecodeFromUtf8(text[at..], out Rune rune, out _);
        return Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            ? string.Create(CultureInfo.InvariantCulture, $"the character U+{rune.Value:X4}")
            : $"'{rune}'";
    }

    private static SyntaxProblem? SkipText(ReadOnlySpan<byte> text, ref int at)
    {
        int quote = at++;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case (byte)'"':
                    at++;
                    return null;
                case (byte)'\\':
                    if (SkipEscape(text, ref at) is { } problem)
                    {
                        return problem;
                    }

                    break;
                case (byte)'\n' or (byte)'\r':
                    return new SyntaxProblem(quote, "This text is not closed in its line. Add a '\"' at its end, or write a line break inside a text as \\n.");
                case (byte)'\t':
                    return new SyntaxProblem(at, "A text cannot hold a tab. Write \\t.");
                case < 0x20:
                    return new SyntaxProblem(at, string.Create(CultureInfo.InvariantCulture, $"A text cannot hold the character U+{text[at]:X4}. Write \\u{text[at]:x4}."));
                default:
                    at++;
                    break;
            }
        }

        return new SyntaxProblem(quote, "This text has no closing quote. Add a '\"' at its end.");
    }

    private static SyntaxProblem? SkipEscape(ReadOnlySpan<byte> text, ref int at)
    {
        if (at + 1 >= text.Length)
        {
            return new SyntaxProblem(at, "The file ends inside a text. Add a '\"' at its end.");
        }

        if (text[at + 1] != 'u')
        {
            if (!"\"\\/bfnrt"u8.Contains(text[at + 1]))
            {
                return new SyntaxProblem(at, $"A backslash cannot stand before {Character(text, at + 1)}. Write \\\\ for a backslash.");
            }

            at += 2;
            return null;
        }

        for (int i = at + 2; i < at + 6; i++)
        {
            if (i >= text.Length || !char.IsAsciiHexDigit((char)text[i]))
            {
                return new SyntaxProblem(at, "\\u needs four hexadecimal digits behind it, such as \\u00e9.");
            }
        }

        at += 6;
        return null;
    }

    private static SyntaxProblem? SkipNumber(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at;
        int end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] is (byte)'+' or (byte)'-' or (byte)'.' or (byte)'_'))
        {
            end++;
        }

        if (!IsNumber(text[start..end]))
        {
            int shown = Math.Min(end, start + 40);
            return new SyntaxProblem(start, $"'{Encoding.ASCII.GetString(text[start..shown])}' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.");
        }

        at = end;
        return null;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        int at = text.StartsWith("-"u8) ? 1 : 0;
        int whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            at += at < text.Length && text[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit((char)text[at]))
        {
            at++;
        }

        return at - start;
    }

    private static SyntaxProblem? SkipWord(ReadOnlySpan<byte> text, ref int at)
    {
        string word = Word(text, at);
        if (word is "true" or "false" or "null")
        {
            at += word.Length;
            return null;
        }

        return new SyntaxProblem(at, Spelling.Nearest(word, ["true", "false", "null"]) is { } nearest
            ? $"'{word}' is not known. Did you mean '{nearest}'? Otherwise put it in double quotes."
            : $"'{word}' stands without quotes. Put a text in double quotes.");
    }
}
