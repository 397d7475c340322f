using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Diagrams;

/// <summary>Makes texts fit into a diagram: one line without control characters, shortened between words, wrapped.</summary>
internal static class LabelText
{
    private const int ShortSentence = 20;
    private const string Sentences = ".!?。！？";

    /// <summary>A kebab-case id or snake_case name as words.</summary>
    public static string Words(string name) => name.Replace('-', ' ').Replace('_', ' ');

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>One line: white space of any kind is one space, and what cannot be seen or is half of a character is left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!IsInvisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>The sentence that asks, the last one if there are several, a short one with the sentence before it; else the first sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">What the reader knows already.</param>
    /// <param name="most">How many letters there may be; the sentence before the question is shortened for it.</param>
    public static string Question(string text, string known, int most)
    {
        List<string> sentences = Split(text);
        int last = sentences.FindLastIndex(sentence => sentence[^1] is '?' or '？');
        if (last < 0)
        {
            return FirstSentence(text, known);
        }

        int room = most - sentences[last].Length - 1;
        return last > 0 && sentences[last].Length < ShortSentence && room > ShortSentence ? $"{Shorten(sentences[last - 1], room)} {sentences[last]}" : sentences[last];
    }

    /// <summary>The first sentence that says something: a short one, such as a greeting, with the one behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">What the reader knows already: sentences with it are passed over while there are others.</param>
    public static string FirstSentence(string text, string known)
    {
        List<string> sentences = Split(text);
        List<string> news = sentences.FindAll(sentence => !sentence.Contains(known, StringComparison.Ordinal));
        return (news.Count > 0 ? news : sentences) switch
        {
            [{ Length: < ShortSentence } first, { } second, ..] => $"{first} {second}",
            [{ } first, ..] => first,
            _ => text,
        };
    }

    /// <summary>At most so many letters, cut between words where there is one to cut at.</summary>
    public static string Shorten(string text, int most)
    {
        if (TextWidth.Of(text) <= most)
        {
            return text;
        }

        int length = Fit(text, most - 1);
        int space = text.LastIndexOf(' ', length);
        string cut = space > length / 2 ? text[..space] : text[..length];
        return cut.TrimEnd(' ', ',', ';', ':', '.', '…', '–', '-') + "…";
    }

    /// <summary>Lines of about so many letters; words that are longer are broken.</summary>
    public static ImmutableArray<string> Wrap(string text, int width)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        string rest = text;
        while (TextWidth.Of(rest) > width)
        {
            int length = Fit(rest, width);
            int space = rest.LastIndexOf(' ', length);
            int cut = space > 0 ? space : length;
            lines.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            lines.Add(rest);
        }

        return lines.ToImmutable();
    }

    private static List<string> Split(string text)
    {
        var sentences = new List<string>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool ends = Sentences.Contains(text[i], StringComparison.Ordinal) && (i + 1 == text.Length || text[i + 1] == ' ' || text[i] > '\u3000');
            if (ends || i + 1 == text.Length)
            {
                string sentence = text[start..(i + 1)].Trim();
                start = i + 1;
                if (sentence.Length > 0)
                {
                    sentences.Add(sentence);
                }
            }
        }

        return sentences;
    }

    /// <summary>How many UTF-16 units of the text fit into a width, never half of what is read as one letter; at least one letter.</summary>
    private static int Fit(string text, int width)
    {
        int length = 0;
        int used = 0;
        while (length < text.Length)
        {
            int next = StringInfo.GetNextTextElementLength(text, length);
            used += TextWidth.Of(text.AsSpan(length, next));
            if (used > width && length > 0)
            {
                break;
            }

            length += next;
        }

        return length;
    }

    // U+200D joins emoji and U+200C shapes Persian: they stay.
    private static bool IsInvisible(Rune rune) => rune.Value is not (0x200C or 0x200D)
        && (rune.Value == 0xFFFD || (rune.Value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);
}
