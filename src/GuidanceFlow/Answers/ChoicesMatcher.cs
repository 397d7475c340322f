using System.Runtime.InteropServices;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the options an answer means, several at once: "1 and 3", "wifi, lamp", 灯和路由器, "all", "none", "everything except the lamp". Every
/// word must be understood; otherwise the options whose words stand in the answer are only candidates. Words that are misspelt make their options candidates. Never takes a set that may be meant otherwise.
/// </summary>
internal static class ChoicesMatcher
{
    private static readonly string[] Separators = [" and ", " And ", " plus ", ",", ";", "/", "+", "&", "\n", "、", "，", "；", "和", "及", "以及", "还有", "跟"];

    /// <summary>Who understood an answer that names several options, or all, or none.</summary>
    public const string Listed = "listed";

    public static AnswerMatch Match(ChoicesSpec choices, ReadOnlySpan<OfferedOption> offered, string text)
    {
        string normalized = AnswerText.Normalize(text);
        List<ChoiceToken> tokens = ChoiceTokens.Of(text);
        if (normalized.Length == 0 || tokens.Count == 0)
        {
            return AnswerMatch.None;
        }

        // An option whose words are the whole answer: they may hold commas, or be "all of the above".
        List<int> exact = Having(offered, normalized, static (text, key) => string.Equals(text, key, StringComparison.Ordinal));
        if (exact.Count > 0)
        {
            return exact.Count == 1 ? Choose(choices, offered, exact, AnswerMatch.Exact) : Doubt(offered, exact) with { By = AnswerMatch.Exact };
        }

        if (Find(offered, tokens, out SortedSet<int> doubtful) is { } found)
        {
            return Choose(choices, offered, found, Listed);
        }

        if (doubtful.Count > 0)
        {
            return Doubt(offered, [.. doubtful]);
        }

        // "But" turns around what stands before it.
        bool negates = Negation.Count(normalized) > 0 || tokens.Exists(token => token.Text == "but");
        if (negates)
        {
            return AnswerMatch.None;
        }

        List<int> said = Having(offered, normalized, static (text, key) => key.Length > 1 && AnswerText.ContainsPhrase(text, key));
        SortedSet<int> near = Near(offered, text);
        return near.Count == 0 ? Doubt(offered, said) : Doubt(offered, [.. near.Union(said).Order()]) with { By = MisspeltChoice.By };
    }

    /// <summary>The options that parts of the answer are, misspelt. They are only asked for: of several words one is too easily another.</summary>
    private static SortedSet<int> Near(ReadOnlySpan<OfferedOption> offered, string text)
    {
        var near = new SortedSet<int>();
        if (text.Length > AnswerText.MatchLimit)
        {
            return near;
        }

        foreach (string part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            string word = AnswerText.Normalize(part);
            AnswerMatch match = word.Length == 0 ? AnswerMatch.None : MisspeltChoice.Find(offered, word, MisspeltChoice.MostSlips);
            if (match.Value.TryGetText(out string? taken))
            {
                near.Add(PlaceOf(offered, taken));
            }

            foreach (string candidate in match.Candidates)
            {
                near.Add(PlaceOf(offered, candidate));
            }
        }

        return near;
    }

    /// <summary>Checks a list of values that an interpreter, a channel or the host says is the answer.</summary>
    public static AnswerMatch Accept(ChoicesSpec choices, ReadOnlySpan<OfferedOption> offered, ValueList values, string by)
    {
        var chosen = new SortedSet<int>();
        foreach (Value value in values)
        {
            int place = value.TryGetText(out string? text) ? PlaceOf(offered, text) : -1;
            if (place < 0)
            {
                return AnswerMatch.None;
            }

            chosen.Add(place);
        }

        return Choose(choices, offered, chosen, by);
    }

    private static IReadOnlyCollection<int>? Find(ReadOnlySpan<OfferedOption> offered, List<ChoiceToken> tokens, out SortedSet<int> doubtful)
    {
        doubtful = [];
        int count = offered.Length;
        ReadOnlySpan<ChoiceToken> words = CollectionsMarshal.AsSpan(tokens);
        if (ChoicesWords.MeanAll(words, count))
        {
            return [.. Enumerable.Range(0, count)];
        }

        if (ChoicesWords.MeanNone(words, count))
        {
            return [];
        }

        var parser = new ChoiceListParser(offered);
        SortedSet<int>? listed = parser.Read(tokens);
        doubtful = parser.InDoubt;
        return listed ?? Except(parser, tokens, count);
    }

    /// <summary>"Everything except …", "nothing but …", 除了…都要.</summary>
    private static IReadOnlyCollection<int>? Except(ChoiceListParser parser, List<ChoiceToken> tokens, int count)
    {
        ReadOnlySpan<ChoiceToken> words = CollectionsMarshal.AsSpan(tokens);
        for (int at = 1; at < tokens.Count; at++)
        {
            if (ChoicesWords.ExceptionAt(tokens, at) is > 0 and int length && parser.Read(tokens[(at + length)..]) is { } named)
            {
                // "Both except" and "neither but" say nothing sensible.
                return ChoicesWords.MeanAll(words[..at], count: 0) ? Others(named, count) : ChoicesWords.MeanNone(words[..at], count: 0) ? named : null;
            }
        }

        int start = words is [{ Text: "我" }, ..] ? 1 : 0;
        if (start == tokens.Count || tokens[start].Text != "除")
        {
            return null;
        }

        start += start + 1 < tokens.Count && tokens[start + 1].Text == "了" ? 2 : 1;
        for (int end = start + 1; end < tokens.Count; end++)
        {
            if (ChoicesWords.EndException(words[end..]) && parser.Read(tokens[start..end]) is { } left)
            {
                return Others(left, count);
            }
        }

        return null;
    }

    private static int[] Others(SortedSet<int> named, int count) => [.. Enumerable.Range(0, count).Where(place => !named.Contains(place))];

    /// <summary>The answer that options are, in their order, if they are neither too few nor too many.</summary>
    private static AnswerMatch Choose(ChoicesSpec choices, ReadOnlySpan<OfferedOption> offered, IReadOnlyCollection<int> places, string by)
    {
        var values = new Value[places.Count];
        int count = 0;
        foreach (int place in places)
        {
            values[count++] = Value.From(offered[place].Option.Value);
        }

        Value value = Value.From(ValueList.Adopt(values));
        return count < choices.Min ? AnswerMatch.Unfit(value, TurnReason.TooFew)
            : count > choices.Max ? AnswerMatch.Unfit(value, TurnReason.TooMany)
            : AnswerMatch.Matched(value, by);
    }

    private static AnswerMatch Doubt(ReadOnlySpan<OfferedOption> offered, List<int> places)
    {
        if (places.Count == 0)
        {
            return AnswerMatch.None;
        }

        var candidates = new string[places.Count];
        for (int i = 0; i < candidates.Length; i++)
        {
            candidates[i] = offered[places[i]].Option.Value;
        }

        return new AnswerMatch(AnswerMatchKind.Ambiguous) { Candidates = [.. candidates] };
    }

    private static List<int> Having(ReadOnlySpan<OfferedOption> offered, string text, Func<string, string, bool> fits)
    {
        var places = new List<int>();
        for (int i = 0; i < offered.Length; i++)
        {
            if (Array.Exists(offered[i].Option.Keys, key => fits(text, key)) || (!offered[i].Option.Label.IsConstant && AnswerText.Normalize(offered[i].Label) is { Length: > 0 } label && fits(text, label)))
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static int PlaceOf(ReadOnlySpan<OfferedOption> offered, string value)
    {
        for (int i = 0; i < offered.Length; i++)
        {
            if (string.Equals(offered[i].Option.Value, value, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
