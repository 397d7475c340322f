using System.Globalization;
using System.Text;

namespace GuidanceFlow.Diagnostics;

/// <summary>Finds the word an author may have meant, and writes authors' words into messages. For hosts that report findings of their own. Thread-safe.</summary>
public static class Spelling
{
    private const int LongestQuote = 60;

    /// <summary>
    /// The candidate nearest to a word, or null when none is near: at most a third of the word's characters may differ,
    /// one at least and three at most; of a single character none. Case and the difference between <c>-</c> and <c>_</c> cost nothing.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        int limit = word.Length < 2 ? 0 : Math.Clamp(word.Length / 3, 1, 3);
        string? nearest = null;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit)
            {
                continue;
            }

            int distance = Distance(word, candidate);
            if (distance <= limit)
            {
                // Only a nearer one may follow, so that of equals the first one wins.
                limit = distance - 1;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>A word in single quotes on one line: control characters as escapes, a long word cut.</summary>
    public static string Quote(string word)
    {
        var text = new StringBuilder("'", word.Length + 2);
        for (int i = 0; i < word.Length; i++)
        {
            if (i >= LongestQuote)
            {
                text.Append('…');
                break;
            }

            char c = word[i];
            bool pair = i + 1 < word.Length && char.IsSurrogatePair(c, word[i + 1]);
            if (pair)
            {
                text.Append(c).Append(word[++i]);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.Append('\'').ToString();
    }

    // How many characters to insert, leave out, replace, or swap with their neighbour.
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => Fold(left) == Fold(right);

    private static char Fold(char c) => c == '-' ? '_' : char.ToLowerInvariant(c);
}
