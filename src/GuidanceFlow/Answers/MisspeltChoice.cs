using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the option whose word an answer is, misspelt. One is taken only where a single slip leads to it and to no other, and where nothing else
/// can be meant by it; whatever else is near is a candidate to ask for, the nearest first. Takes time by the number of options.
/// </summary>
internal static class MisspeltChoice
{
    /// <summary>Who understood an answer that is misspelt.</summary>
    public const string By = "approximate";

    /// <summary>The most candidates; a longer "did you mean …?" helps nobody.</summary>
    private const int MaxCandidates = 3;

    /// <summary>The most slips that are looked at.</summary>
    public const int MostSlips = 2;

    /// <summary>Reads a normalised answer that is no option's word.</summary>
    /// <param name="offered">The options.</param>
    /// <param name="text">The answer.</param>
    /// <param name="slips">How many slips away a word may be, at most <see cref="MostSlips"/>.</param>
    public static AnswerMatch Find(ReadOnlySpan<OfferedOption> offered, string text, int slips)
    {
        List<Near>? near = null;
        for (int i = 0; i < offered.Length; i++)
        {
            Near found = Measure(offered[i], text, slips);
            if (found.Distance <= slips)
            {
                (near ??= []).Add(found with { Place = i });
            }
        }

        if (near is null)
        {
            return AnswerMatch.None;
        }

        if (near is [{ IsClear: true } only])
        {
            OfferedOption option = offered[only.Place];
            return AnswerMatch.Matched(Value.From(option.Option.Value), By, option.Index);
        }

        near.Sort(static (one, other) => one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : one.Place.CompareTo(other.Place));
        var candidates = new List<string>();
        foreach (Near candidate in near)
        {
            if (candidate.IsOffered && candidate.Distance <= near[0].Distance + 1 && candidates.Count < MaxCandidates)
            {
                candidates.Add(offered[candidate.Place].Option.Value);
            }
        }

        return candidates.Count == 0 ? AnswerMatch.None : new AnswerMatch(AnswerMatchKind.Ambiguous) { By = By, Candidates = [.. candidates] };
    }

    /// <summary>How near an answer comes to an option by the nearest of its words.</summary>
    private static Near Measure(OfferedOption option, string text, int slips)
    {
        Near nearest = Near.Nowhere;
        foreach (string key in option.Option.Keys)
        {
            nearest = Nearest(nearest, text, key, slips);
        }

        return option.DataLabel is { } label ? Nearest(nearest, text, label, slips) : nearest;
    }

    private static Near Nearest(Near nearest, string text, string key, int slips)
    {
        int distance = SpellingDistance.Between(text, key, slips);
        if (distance > slips)
        {
            return nearest;
        }

        // Of two at the same distance the one with the same first letter is more likely meant, and one that says the opposite least.
        int rank = (distance * 4) + (text[0] == key[0] ? 0 : 1) + (Negation.Count(text) == Negation.Count(key) ? 0 : 2);
        bool isClear = distance == 1 && Slip.IsClear(text, key);
        return new Near(
            0,
            Math.Min(distance, nearest.Distance),
            Math.Min(rank, nearest.Rank),
            isClear || nearest.IsClear,
            distance <= Recognisable(key) || nearest.IsOffered);
    }

    /// <summary>How many slips leave a word recognisable.</summary>
    private static int Recognisable(string key) => AnswerText.IsUnspaced(key[0])
        ? key.Length switch { 1 => 0, <= 5 => 1, _ => 2 }
        : key.Length switch { <= 2 => 0, <= 7 => 1, _ => 2 };

    /// <summary>How near an answer comes to an option.</summary>
    /// <param name="Place">The option's place among those offered, from 0.</param>
    /// <param name="Distance">The slips to the nearest of its words.</param>
    /// <param name="Rank">What it goes by among the candidates, smallest first.</param>
    /// <param name="IsClear">Whether nothing else can be meant.</param>
    /// <param name="IsOffered">Whether it is near enough to ask for.</param>
    private readonly record struct Near(int Place, int Distance, int Rank, bool IsClear, bool IsOffered)
    {
        public static Near Nowhere { get; } = new(0, int.MaxValue, int.MaxValue, IsClear: false, IsOffered: false);
    }
}
