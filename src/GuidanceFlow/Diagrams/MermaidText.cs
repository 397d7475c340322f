using System.Globalization;
using System.Text;

namespace GuidanceFlow.Diagrams;

/// <summary>Writes texts so that Mermaid shows them as they are: it would read markup, Markdown, icons, formulas and links in them.</summary>
internal static class MermaidText
{
    private const string Harmless = " ,'?!()";

    /// <summary>A quoted label.</summary>
    public static string Label(IEnumerable<string> lines)
    {
        var text = new StringBuilder("\"");
        foreach (string line in lines)
        {
            if (text.Length > 1)
            {
                text.Append("<br/>");
            }

            Append(text, line);
        }

        return text.Append('"').ToString();
    }

    /// <summary>A quoted value of the YAML before the chart.</summary>
    public static string FrontMatter(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsHarmless(rune) || rune.Value is '.' or ':' or '-')
            {
                quoted.Append(rune.ToString());
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
            }
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder text, string line)
    {
        for (int i = 0; i < line.Length;)
        {
            Rune rune = Rune.GetRuneAt(line, i);
            if (IsHarmless(rune) || IsPunctuation(line, i))
            {
                text.Append(rune.ToString());
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }

            i += rune.Utf16SequenceLength;
        }
    }

    /// <summary>Whether a sign ends or joins words, so that it can be no list, link or icon.</summary>
    private static bool IsPunctuation(string line, int at)
    {
        char before = at > 0 ? line[at - 1] : ' ';
        char behind = at + 1 < line.Length ? line[at + 1] : ' ';
        return line[at] switch
        {
            '.' => char.IsAsciiDigit(behind) || (behind == ' ' && before != ' ' && !char.IsDigit(before)),
            ':' => at > 0 && at + 1 < line.Length && behind == ' ',
            '-' => char.IsLetter(before) && char.IsLetter(behind),
            _ => false,
        };
    }

    private static bool IsHarmless(Rune rune) => rune.IsAscii ? Rune.IsLetterOrDigit(rune) || Harmless.Contains((char)rune.Value, StringComparison.Ordinal) : !IsMarkup(rune);

    // Mermaid keeps its own escapes as "ﬂ°°…¶ß".
    private static bool IsMarkup(Rune rune) => rune.Value is 'ﬂ' or '°' or '¶' or 'ß';
}
