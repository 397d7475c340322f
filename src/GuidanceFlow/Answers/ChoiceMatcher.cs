using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the option an answer means. Exact beats approximate: first the whole answer against value, label, synonym and
/// number; only then whether exactly one option's words stand in the answer, and never in an answer that negates.
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

        if (TryReadNumber(normalized, out int number) && number >= 1 && number <= offered.Length)
        {
            return AnswerMatch.Matched(Value.From(offered[number - 1].Option.Value), AnswerMatch.Exact, offered[number - 1].Index);
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

    /// <summary>The number of an option: "2", or 第二个.</summary>
    private static bool TryReadNumber(string text, out int number)
    {
        ReadOnlySpan<char> rest = text;
        if (rest[0] == '第')
        {
            rest = rest[1..].TrimEnd("个项种号");
            return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out number) || ChineseNumerals.TryRead(rest, out number);
        }

        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static AnswerMatch Match(ReadOnlySpan<OfferedOption> offered, string text, string by, Func<string, string, bool> fits)
    {
        int found = -1;
        List<string>? several = null;
        for (int i = 0; i < offered.Length; i++)
        {
            if (!Fits(offered[i], text, fits))
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

    private static bool Fits(OfferedOption offered, string text, Func<string, string, bool> fits)
    {
        foreach (string key in offered.Option.Keys)
        {
            if (fits(text, key))
            {
                return true;
            }
        }

        // The words of a label that is made from data are known only now.
        return !offered.Option.Label.IsConstant && AnswerText.Normalize(offered.Label) is { Length: > 0 } label && fits(text, label);
    }
}
