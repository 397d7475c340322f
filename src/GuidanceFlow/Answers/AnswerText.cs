using System.Globalization;
using System.Text;

namespace GuidanceFlow.Answers;

/// <summary>Brings what a customer wrote into one form: NFKC, lower case, single spaces, no punctuation around words.</summary>
internal static class AnswerText
{
    /// <summary>The longest answer, in UTF-16 units, that is looked at word by word; a longer one chooses no option.</summary>
    public const int MatchLimit = 500;

    /// <summary>How much of an answer that was not understood is kept in the session and on tickets.</summary>
    public const int KeptLength = 200;

    /// <summary>The text with lone surrogates replaced by U+FFFD; the same instance when there are none.</summary>
    public static string Repair(string text)
    {
        int bad = FirstLoneSurrogate(text);
        if (bad < 0)
        {
            return text;
        }

        var repaired = new StringBuilder(text, 0, bad, text.Length);
        for (int i = bad; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                repaired.Append(text[i]).Append(text[++i]);
            }
            else
            {
                repaired.Append(char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return repaired.ToString();
    }

    /// <summary>At most <see cref="KeptLength"/> units of the text, not cut inside a surrogate pair; "…" marks a cut.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= KeptLength)
        {
            return text;
        }

        int cut = KeptLength - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut), "…");
    }

    /// <summary>The form in which answers and options are compared: words of letters and digits with one space between them.</summary>
    public static string Normalize(string text)
    {
        if (IsNormal(text))
        {
            return text;
        }

        string folded = Fold(text);
        Span<char> normal = folded.Length <= MatchLimit ? stackalloc char[folded.Length] : new char[folded.Length];
        int length = 0;
        bool gap = false;
        for (int i = 0; i < folded.Length; i++)
        {
            char unit = folded[i];
            // A sign or a decimal point inside a number belongs to it: -5, 2.4.
            bool isNumberPart = unit is '.' or ',' or '-' && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1])
                && (unit != '-' ? i > 0 && char.IsAsciiDigit(folded[i - 1]) : i == 0 || char.IsWhiteSpace(folded[i - 1]));
            bool isMark = length > 0 && !gap && CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!char.IsLetterOrDigit(unit) && !char.IsSurrogate(unit) && !isNumberPart && !isMark && unit is not ('+' or '%' or '&' or '#'))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                normal[length++] = ' ';
                gap = false;
            }

            normal[length++] = unit;
        }

        return new string(normal[..length]);
    }

    /// <summary>Whether a normalised phrase stands in a normalised text as whole words. Scripts without spaces have no words to see, so anywhere will do.</summary>
    public static bool ContainsPhrase(string text, string phrase)
    {
        for (int at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsWholeAt(text, at, phrase.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a part of a normalised text is made of whole words.</summary>
    public static bool IsWholeAt(string text, int start, int length) => IsBoundary(text, start) && IsBoundary(text, start + length);

    /// <summary>Whether a letter belongs to a script that writes words without spaces between them: Chinese, Japanese, Thai and their neighbours.</summary>
    public static bool IsUnspaced(char letter) => letter is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
        or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uD840' and <= '\uD8BF';

    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || text[at - 1] == ' ' || text[at] == ' ' || IsUnspaced(text[at - 1]) || IsUnspaced(text[at]);

    /// <summary>The text in small letters and NFKC, without what is no part of a word; that goes first, for NFKC would make spaces of some. Never throws.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return WithoutIgnored(text).ToLowerInvariant();
        }

        // What is no Unicode text cannot be normalised; U+FFFE is no character either.
        string folded = WithoutIgnored(Repair(WithoutIgnored(text)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC)).ToLowerInvariant();

        // A small letter and its marks may have one character where the capital has none.
        return folded.IsNormalized(NormalizationForm.FormKC) ? folded : folded.Normalize(NormalizationForm.FormKC);
    }

    private static string WithoutIgnored(string text)
    {
        foreach (char unit in text)
        {
            if (IsIgnored(unit))
            {
                return string.Concat(text.Where(static unit => !IsIgnored(unit)));
            }
        }

        return text;
    }

    /// <summary>
    /// What is drawn in a word without being part of it: apostrophes of any shape, so that "doesn't" is one word, and soft hyphens,
    /// joiners and variation selectors.
    /// </summary>
    private static bool IsIgnored(char unit) =>
        unit is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or '＇' or '\u00AD' or '\u200C' or '\u200D' or '\u2060' or >= '\uFE00' and <= '\uFE0F';

    private static bool IsNormal(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (!char.IsAsciiLetterLower(unit) && !char.IsAsciiDigit(unit) && (unit != ' ' || i == 0 || i == text.Length - 1 || text[i - 1] == ' '))
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            return i;
        }

        return -1;
    }
}
