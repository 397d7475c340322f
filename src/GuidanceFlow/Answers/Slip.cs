namespace GuidanceFlow.Answers;

/// <summary>Tells a slip of the finger, of which it is clear what was meant, from another word that happens to look alike.</summary>
internal static class Slip
{
    /// <summary>The least letters of a word in which one may be wrong; "red" and "bed", "done" and "gone" are different words.</summary>
    private const int ShortestWord = 5;

    /// <summary>The least signs of words written without spaces, of which each says more than a letter.</summary>
    private const int ShortestUnspaced = 4;

    private const string ChineseNumbers = "零〇一二两三四五六七八九十百千万";

    /// <summary>
    /// Whether a text at distance one from a word is that word misspelt and nothing else. It is not where a negation comes in or drops out,
    /// where a digit changes, where the word is short, where its first letter is another, or where a Chinese sign stands for another one.
    /// </summary>
    public static bool IsClear(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        int from = text.CommonPrefixLength(word);
        int same = CommonEnd(text[from..], word[from..]);
        ReadOnlySpan<char> written = text[from..^same];
        ReadOnlySpan<char> meant = word[from..^same];
        if (!AreWords(written) || !AreWords(meant) || Negation.Count(text) != Negation.Count(word))
        {
            return false;
        }

        bool isTransposed = written.Length == 2;
        if (written.Contains(' ') || meant.Contains(' '))
        {
            // The letters stay what they are: "meshsystem", "livin groom".
            return word.Length >= ShortestWord && (isTransposed || written.Length != meant.Length);
        }

        if (HasUnspaced(written) || HasUnspaced(meant))
        {
            return word.Length >= ShortestUnspaced && (isTransposed || written.Length != meant.Length);
        }

        int start = word[..from].LastIndexOf(' ') + 1;
        int length = word[start..].IndexOf(' ') is >= 0 and var end ? end : word.Length - start;
        return length >= ShortestWord && (isTransposed || from > start);
    }

    private static int CommonEnd(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        int count = 0;
        while (count < one.Length && count < other.Length && one[^(count + 1)] == other[^(count + 1)])
        {
            count++;
        }

        return count;
    }

    private static bool AreWords(ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            if (letter != ' ' && (!char.IsLetter(letter) || ChineseNumbers.Contains(letter, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasUnspaced(ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            if (AnswerText.IsUnspaced(letter))
            {
                return true;
            }
        }

        return false;
    }
}
