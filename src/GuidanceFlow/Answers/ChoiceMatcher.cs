using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the option an answer means. Exact beats approximate: first the whole answer against value, label, synonym and
/// place in the list; only then whether exactly one option's words stand in the answer, and never in an answer that negates otherwise than the option does; and whether it is one
/// option's words, misspelt.
/// </summary>
internal static class ChoiceMatcher
{
    /// <summary>Reads an answer.</summary>
    /// <param name="offered">The options.</param>
    /// <param name="normalized">The answer.</param>
    /// <param name="places">Where the option stands that a word chooses, −1 for a word of several; null for looking through all of them.</param>
    public static AnswerMatch Match(ReadOnlySpan<OfferedOption> offered, string normalized, IReadOnlyDictionary<string, int>? places = null)
    {
        if (normalized.Length == 0)
        {
            return AnswerMatch.None;
        }

        AnswerMatch exact = places is null ? FindExact(offered, normalized)
            : !places.TryGetValue(normalized, out int known) ? AnswerMatch.None
            : known < 0 ? FindExact(offered, normalized)
            : AnswerMatch.Matched(Value.From(offered[known].Option.Value), AnswerMatch.Exact, offered[known].Index);
        if (exact.Kind != AnswerMatchKind.NoMatch)
        {
            return exact;
        }

        if (OrdinalMatcher.Find(offered, normalized) is >= 0 and var place)
        {
            return AnswerMatch.Matched(Value.From(offered[place].Option.Value), AnswerMatch.Exact, offered[place].Index);
        }

        // One letter or digit says too little inside a sentence; and all that negates has to be the option's own, as in "I'd rather not".
        AnswerMatch contained = Negation.Count(normalized) > 0
            ? Match(offered, normalized, "contained", static (text, key) => AnswerText.ContainsPhrase(text, key) && Negation.Count(key) == Negation.Count(text))
            : Match(offered, normalized, "contained", static (text, key) => key.Length > 1 && AnswerText.ContainsPhrase(text, key));

        // Words that stand there as they are outweigh others two slips away.
        return Combine(contained, MisspeltChoice.Find(offered, normalized, contained.Kind == AnswerMatchKind.NoMatch ? MisspeltChoice.MostSlips : 1));
    }

    private static AnswerMatch FindExact(ReadOnlySpan<OfferedOption> offered, string normalized) =>
        Match(offered, normalized, AnswerMatch.Exact, static (text, key) => string.Equals(text, key, StringComparison.Ordinal));

    /// <summary>
    /// Decides between the option whose words stand in the answer and the one whose words the answer is, misspelt. They may contradict each other:
    /// "nt now" has "now" in it and is "not now".
    /// </summary>
    private static AnswerMatch Combine(AnswerMatch contained, AnswerMatch misspelt)
    {
        if (contained.Kind == AnswerMatchKind.NoMatch || misspelt.Kind == AnswerMatchKind.NoMatch)
        {
            return contained.Kind == AnswerMatchKind.NoMatch ? misspelt : contained;
        }

        string[] inside = ValuesOf(contained);
        string[] near = ValuesOf(misspelt);
        return misspelt.Kind == AnswerMatchKind.Matched && inside.Contains(near[0], StringComparer.Ordinal) ? misspelt
            : contained.Kind == AnswerMatchKind.Matched && near is [var only] && only == inside[0] ? contained
            : new AnswerMatch(AnswerMatchKind.Ambiguous) { By = MisspeltChoice.By, Candidates = [.. near.Union(inside, StringComparer.Ordinal)] };
    }

    private static string[] ValuesOf(AnswerMatch match) =>
        match.Kind == AnswerMatchKind.Matched && match.Value.TryGetText(out string? value) ? [value] : [.. match.Candidates];

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
