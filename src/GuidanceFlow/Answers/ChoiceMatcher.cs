using System.Buffers;
using System.Collections.Frozen;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the option an answer means. Exact beats approximate: first the whole answer against value, label, synonym and
/// place in the list; only then whether exactly one option's words stand in the answer, and never in an answer that negates.
/// </summary>
internal static class ChoiceMatcher
{
    private static readonly FrozenSet<string> Negations = new[]
    {
        "not", "no", "never", "without", "neither", "nor", "none", "nothing", "nobody", "except", "cannot", "unable",
        "aint", "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt", "mustnt", "neednt", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The signs that negate in Chinese, where they stand inside of words.</summary>
    private static readonly SearchValues<char> ChineseNegations = SearchValues.Create("不没別别无無未非");

    public static AnswerMatch Match(ReadOnlySpan<OfferedOption> offered, string normalized)
    {
        if (normalized.Length == 0)
        {
            return AnswerMatch.None;
        }

        AnswerMatch exact = Match(offered, normalized, AnswerMatch.Exact, static (text, key) => string.Equals(text, key, StringComparison.Ordinal));
        if (exact.Kind != AnswerMatchKind.NoMatch)
        {
            return exact;
        }

        if (OrdinalMatcher.Find(offered, normalized) is >= 0 and var place)
        {
            return AnswerMatch.Matched(Value.From(offered[place].Option.Value), AnswerMatch.Exact, offered[place].Index);
        }

        if (normalized.AsSpan().ContainsAny(ChineseNegations))
        {
            return AnswerMatch.None;
        }

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> negations = Negations.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range word in normalized.AsSpan().Split(' '))
        {
            if (negations.Contains(normalized.AsSpan()[word]))
            {
                return AnswerMatch.None;
            }
        }

        // One letter or digit says too little inside a sentence.
        return Match(offered, normalized, "contained", static (text, key) => key.Length > 1 && AnswerText.ContainsPhrase(text, key));
    }

    private static AnswerMatch Match(ReadOnlySpan<OfferedOption> offered, string text, string by, Func<string, string, bool> fits)
    {
        int found = -1;
        List<string>? several = null;
        for (int i = 0; i < offered.Length; i++)
        {
            if (!offered[i].Fits(text, fits))
            {
                continue;
            }

            if (found < 0)
            {
                found = i;
                continue;
            }

            several ??= [offered[found].Option.Value];
            several.Add(offered[i].Option.Value);
        }

        if (several is not null)
        {
            return new AnswerMatch(AnswerMatchKind.Ambiguous) { By = by, Candidates = [.. several] };
        }

        return found < 0 ? AnswerMatch.None : AnswerMatch.Matched(Value.From(offered[found].Option.Value), by, offered[found].Index);
    }
}
