using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>Tells whether one text may be another wording of a second.</summary>
internal static class Likeness
{
    private const double Least = 0.5;
    private const int Longest = 2_000;

    /// <summary>Whether two texts have at least half of their pairs of letters in common.</summary>
    public static bool IsRewording(EquatableArray<string> before, EquatableArray<string> after)
    {
        Dictionary<(char, char), int> pairs = [];
        int count = 0;
        foreach ((char, char) pair in Pairs(before))
        {
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            count++;
        }

        int common = 0;
        foreach ((char, char) pair in Pairs(after))
        {
            count++;
            if (pairs.GetValueOrDefault(pair) is > 0 and int left)
            {
                pairs[pair] = left - 1;
                common++;
            }
        }

        return count > 0 && 2.0 * common / count >= Least;
    }

    private static IEnumerable<(char First, char Second)> Pairs(EquatableArray<string> texts)
    {
        string text = string.Join(' ', texts).ToUpperInvariant();
        for (int i = 1; i < Math.Min(text.Length, Longest); i++)
        {
            yield return (text[i - 1], text[i]);
        }
    }
}
