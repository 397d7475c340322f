using System.Globalization;

namespace GuidanceFlow.Answers;

/// <summary>A piece of an answer that names several options: a word, a sign of a script without spaces, or a mark that sets options apart.</summary>
/// <param name="Text">The word or the mark.</param>
/// <param name="IsMark">Whether it only sets apart: a comma, a slash, a line break.</param>
internal readonly record struct ChoiceToken(string Text, bool IsMark);

/// <summary>Takes answers and the words of options apart in the same way.</summary>
internal static class ChoiceTokens
{
    /// <summary>The dash of a range, which stands between numbers only.</summary>
    public const string Range = "-";

    public static List<ChoiceToken> Of(string text)
    {
        string folded = AnswerText.Fold(text);
        var tokens = new List<ChoiceToken>();
        int at = 0;
        while (at < folded.Length)
        {
            int end = at;
            if (AnswerText.IsUnspaced(folded[at]))
            {
                // A sign beyond the basic plane takes two units.
                end += char.IsHighSurrogate(folded[at]) && at + 1 < folded.Length ? 2 : 1;
            }
            else
            {
                while (end < folded.Length && IsPartOfWord(folded, end, at))
                {
                    end++;
                }
            }

            if (end > at)
            {
                tokens.Add(new ChoiceToken(folded[at..end], IsMark: false));
                at = end;
                continue;
            }

            if (folded[at] is ',' or ';' or '、' or '/' or '|' or '&' or '+' or '\n')
            {
                tokens.Add(new ChoiceToken(",", IsMark: true));
            }
            else if (folded[at] is '-' or '–' or '~' or '〜' && IsBetweenDigits(folded, at))
            {
                tokens.Add(new ChoiceToken(Range, IsMark: false));
            }

            at++;
        }

        while (tokens is [.., { IsMark: true }])
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        return tokens;
    }

    /// <summary>The words of an option, without marks.</summary>
    public static string[] WordsOf(string key) => [.. Of(key).Where(token => !token.IsMark).Select(token => token.Text)];

    /// <summary>Words as one text: a space only between two of a script that has spaces.</summary>
    public static string Join(ReadOnlySpan<ChoiceToken> tokens)
    {
        var text = new System.Text.StringBuilder();
        foreach (ChoiceToken token in tokens)
        {
            if (token.IsMark)
            {
                continue;
            }

            bool isApart = text.Length > 0 && !AnswerText.IsUnspaced(token.Text[0]) && !char.IsSurrogate(text[^1]) && !AnswerText.IsUnspaced(text[^1]);
            text.Append(isApart ? " " : string.Empty).Append(token.Text);
        }

        return text.ToString();
    }

    private static bool IsPartOfWord(string text, int at, int start)
    {
        char unit = text[at];
        if (AnswerText.IsUnspaced(unit))
        {
            return false;
        }

        if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
        {
            return true;
        }

        if (at == start)
        {
            return false;
        }

        return unit switch
        {
            // 2.4 is a number; C++ and C# are names.
            '.' => IsBetweenDigits(text, at),
            '+' or '#' => (char.IsLetter(text[at - 1]) || text[at - 1] == unit) && (at + 1 == text.Length || text[at + 1] == unit || !char.IsLetterOrDigit(text[at + 1])),
            _ => CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark,
        };
    }

    private static bool IsBetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}
