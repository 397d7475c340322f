using System.Globalization;
using System.Text;

namespace GuidanceFlow.Diagnostics;

/// <summary>Finds the word an author may have meant, and writes authors' words into messages. For hosts that report findings of their own. Thread-safe.</summary>
public static class Spelling
{
    private const int LongestQuote = 60;

    // Nothing that is meant well is as long.
    private const int LongestMessage = 2_000;

    /// <summary>
    /// The candidate nearest to a word, or null when none is near: at most a third of the word's characters may differ,
    /// one at least and three at most; of a single character none. Case and the difference between <c>-</c> and <c>_</c> cost nothing.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        int limit = word.Length < 2 ? 0 : Math.Clamp(word.Length / 3, 1, 3);
        string? nearest = null;
        int[][] rows = [new int[word.Length + limit + 1], new int[word.Length + limit + 1], new int[word.Length + limit + 1]];
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit)
            {
                continue;
            }

            int distance = Distance(word, candidate, limit, rows);
            if (distance <= limit)
            {
                // Only a nearer one may follow, so that of equals the first one wins.
                limit = distance - 1;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>A message that is not too long to read: ids, names and lists of values may be of any length.</summary>
    internal static string Shorten(string message)
    {
        int length = message.Length > LongestMessage && char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
        return message.Length > LongestMessage ? message[..length] + "…" : message;
    }

    /// <summary>A text on one line: control characters and halves of characters as escapes.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            i += Append(line, text, i);
        }

        return line.ToString();
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

            i += Append(text, word, i);
        }

        return text.Append('\'').ToString();
    }

    /// <summary>Appends the character at a place; gives 1 when it has two units, else 0.</summary>
    private static int Append(StringBuilder text, string word, int i)
    {
        char c = word[i];
        if (i + 1 < word.Length && char.IsSurrogatePair(c, word[i + 1]))
        {
            text.Append(c).Append(word[i + 1]);
            return 1;
        }

        if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        else
        {
            text.Append(c);
        }

        return 0;
    }

    // How many characters to insert, leave out, replace, or swap with their neighbour; of more than the limit only that it is more.
    private static int Distance(string left, string right, int limit, int[][] rows)
    {
        (int[] before, int[] previous, int[] current) = (rows[0], rows[1], rows[2]);
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        int leastBefore = 0;
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            // A swap reaches back over one row, so two rows must be beyond the limit.
            if (least > limit && leastBefore > limit)
            {
                return limit + 1;
            }

            leastBefore = least;
            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => Fold(left) == Fold(right);

    private static char Fold(char c) => c == '-' ? '_' : char.ToLowerInvariant(c);
}
