namespace GuidanceFlow.Answers;

/// <summary>
/// How many slips of the finger lie between two words: a letter too many, one missing, one in place of another, two neighbours changed over.
/// The four are those of F. J. Damerau, "A technique for computer detection and correction of spelling errors", Communications of the ACM 7 (1964);
/// the table is V. I. Levenshtein's (1966) in the form called optimal string alignment, which changes no letter twice.
/// </summary>
/// <remarks>A letter is a UTF-16 unit, so a sign beyond the basic plane counts twice.</remarks>
internal static class SpellingDistance
{
    /// <summary>The distance, or one more than the bound where it is greater. Takes time by the length times the bound.</summary>
    public static int Between(ReadOnlySpan<char> text, ReadOnlySpan<char> word, int bound)
    {
        if (Math.Abs(text.Length - word.Length) > bound)
        {
            return bound + 1;
        }

        int same = text.CommonPrefixLength(word);
        text = text[same..];
        word = word[same..];
        while (text.Length > 0 && word.Length > 0 && text[^1] == word[^1])
        {
            text = text[..^1];
            word = word[..^1];
        }

        return text.Length == 0 || word.Length == 0 ? Math.Max(text.Length, word.Length) : Fill(text, word, bound);
    }

    private static int Fill(ReadOnlySpan<char> text, ReadOnlySpan<char> word, int bound)
    {
        int width = word.Length + 1;
        Span<int> rows = width <= 128 ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> before = rows[..width];
        Span<int> last = rows.Slice(width, width);
        Span<int> row = rows[(2 * width)..];
        for (int i = 0; i < width; i++)
        {
            last[i] = i;
        }

        for (int i = 1; i <= text.Length; i++)
        {
            // Cells farther from the diagonal than the bound cannot lie on a way that keeps to it.
            int from = Math.Max(1, i - bound);
            int to = Math.Min(word.Length, i + bound);
            row.Fill(bound + 1);
            row[0] = i;
            int least = row[0];
            for (int j = from; j <= to; j++)
            {
                int cost = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (text[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && text[i - 1] == word[j - 2] && text[i - 2] == word[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > bound)
            {
                return bound + 1;
            }

            Span<int> oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return Math.Min(last[word.Length], bound + 1);
    }
}
