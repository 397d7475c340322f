namespace GuidanceFlow.Answers;

/// <summary>Tells by the wording of a message that its author is upset.</summary>
internal static class UpsetSigns
{
    public const string Words = "words";

    public const string Shouting = "shouting";

    // Fewer are an abbreviation, a product's name, or a short answer with the key for capitals held down.
    private const int LeastCapitals = 10;
    private const int LeastMarks = 3;

    private static readonly char[] ClauseEnds = [',', '.', ';', ':', '!', '?', '\n', '，', '。', '；', '：', '！', '？', '、', '…'];

    /// <summary>How far in front of a phrase a negation still turns it round, in words or Chinese signs.</summary>
    private const int Reach = 3;

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
            string normal = AnswerText.Normalize(clause);
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

    /// <summary>Whether what stands in front of a phrase negates it: "I am not angry", 我没生气.</summary>
    private static bool IsNegated(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        if (before.Length > 0 && AnswerText.IsUnspaced(before[^1]))
        {
            return Negation.Count(before[^Math.Min(Reach, before.Length)..]) % 2 == 1;
        }

        int start = before.Length;
        for (int words = 0; words < Reach && start > 0; words++)
        {
            start = Math.Max(0, before[..(start - 1)].LastIndexOf(' '));
        }

        return Negation.Count(before[start..]) % 2 == 1;
    }

    /// <summary>Whether a text of more than a word has nothing but capitals.</summary>
    private static bool IsInCapitals(string text)
    {
        int capitals = 0;
        bool isSpaced = false;
        foreach (char unit in text)
        {
            if (char.IsUpper(unit))
            {
                capitals++;
            }
            else if (char.IsLower(unit))
            {
                return false;
            }
            else if (unit == ' ' && capitals > 0)
            {
                isSpaced = true;
            }
        }

        return isSpaced && capitals >= LeastCapitals;
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
