using System.Buffers;
using System.Collections.Frozen;

namespace GuidanceFlow.Answers;

/// <summary>Finds the words that turn an answer into its opposite, in English and Chinese.</summary>
internal static class Negation
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "not", "no", "never", "without", "neither", "nor", "none", "nothing", "nobody", "except", "cannot", "unable",
        "aint", "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt", "mustnt", "neednt", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The signs that negate in Chinese, where they stand inside of words.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("不没別别无無未非");

    /// <summary>How many words and signs of a normalised text negate.</summary>
    public static int Count(ReadOnlySpan<char> normalized)
    {
        int count = 0;
        ReadOnlySpan<char> rest = normalized;
        for (int at = rest.IndexOfAny(Signs); at >= 0; at = rest.IndexOfAny(Signs))
        {
            count++;
            rest = rest[(at + 1)..];
        }

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range word in normalized.Split(' '))
        {
            count += words.Contains(normalized[word]) ? 1 : 0;
        }

        return count;
    }
}
