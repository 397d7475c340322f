using System.Collections.Frozen;

namespace GuidanceFlow.Answers;

/// <summary>Tells by the wording of a message that its author is upset.</summary>
internal static class UpsetSigns
{
    public const string Words = "words";

    public const string Shouting = "shouting";

    // Fewer are an abbreviation, what stands on a label, or a short answer with the key for capitals held down.
    private const int LeastCapitals = 12;
    private const int LeastWords = 4;
    private const int LeastMarks = 3;

    private static readonly char[] ClauseEnds = [',', '.', ';', ':', '!', '?', '\n', '，', '。', '；', '：', '！', '？', '、', '…'];

    private static readonly FrozenSet<string> Negations = FrozenSet.Create(StringComparer.Ordinal, "not", "never", "hardly", "without", "isnt", "arent", "wasnt", "werent", "dont", "doesnt", "didnt", "aint", "nor");

    private static readonly FrozenSet<string> Strengtheners = FrozenSet.Create(StringComparer.Ordinal, "really", "very", "so", "that", "too", "at", "all", "a", "an", "the", "even", "exactly", "totally");

    private static readonly string[] ChineseNegations = ["不", "没", "没有", "不是", "不算", "不太"];

    /// <summary>What shows it; null for nothing.</summary>
    /// <param name="text">What the customer wrote.</param>
    /// <param name="words">Words and phrases, normalised.</param>
    /// <param name="isUnderstood">Whether it was an answer to the question: then exclamation marks are joy as often as anger.</param>
    public static string? In(string text, string[] words, bool isUnderstood)
    {
        if (text.Length > AnswerText.MatchLimit)
        {
            text = AnswerText.Repair(text[..AnswerText.MatchLimit]);
        }

        // A negation reaches to the end of its clause at most.
        foreach (string clause in text.Split(ClauseEnds, StringSplitOptions.RemoveEmptyEntries))
        {
            string normal = clause.Contains('@', StringComparison.Ordinal) ? string.Empty : AnswerText.Normalize(clause);
            if (Array.Exists(words, word => IsSaid(normal, word)))
            {
                return Words;
            }
        }

        return IsInCapitals(text) || (!isUnderstood && HasMarks(text)) ? Shouting : null;
    }

    private static bool IsSaid(string normal, string phrase)
    {
        for (int at = normal.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = normal.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (AnswerText.IsWholeAt(normal, at, phrase.Length) && !IsNegated(normal.AsSpan(0, at)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word in front of a phrase negates it: "I am not really angry", 我没有很生气. A "no" does not, nor what belongs to the fault: "it doesn't work, damn it".</summary>
    private static bool IsNegated(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        if (before.Length > 0 && AnswerText.IsUnspaced(before[^1]))
        {
            foreach (string word in ChineseNegations)
            {
                if (before.EndsWith(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        while (before.Length > 0)
        {
            int start = before.LastIndexOf(' ') + 1;
            string word = before[start..].ToString();
            if (!Strengtheners.Contains(word))
            {
                return Negations.Contains(word);
            }

            before = before[..start].TrimEnd(' ');
        }

        return false;
    }

    /// <summary>Whether a text of several words has nothing but capitals, and none that looks like the code of a product or an error.</summary>
    private static bool IsInCapitals(string text)
    {
        int capitals = 0;
        int words = 0;
        foreach (Range range in text.AsSpan().Split(' '))
        {
            int letters = 0;
            bool hasDigit = false;
            foreach (char unit in text.AsSpan(range))
            {
                if (char.IsLower(unit))
                {
                    return false;
                }

                letters += char.IsUpper(unit) ? 1 : 0;
                hasDigit |= char.IsDigit(unit);
            }

            if (letters > 0 && hasDigit)
            {
                return false;
            }

            capitals += letters;
            words += letters > 0 ? 1 : 0;
        }

        return words >= LeastWords && capitals >= LeastCapitals;
    }

    private static bool HasMarks(string text)
    {
        int run = 0;
        bool exclaims = false;
        foreach (char unit in text)
        {
            bool isMark = unit is '!' or '?' or '！' or '？';
            run = isMark ? run + 1 : 0;
            exclaims = isMark && (unit is '!' or '！' || (exclaims && run > 1));
            if (run >= LeastMarks && exclaims)
            {
                return true;
            }
        }

        return false;
    }
}
