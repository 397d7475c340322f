using System.Globalization;
using GuidanceFlow.Engine;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Words;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>What the customer is asked for: something to choose, or only an answer to type.</summary>
/// <param name="Choices">What can be chosen; empty for none.</param>
/// <param name="Placeholder">What stands where the answer goes until something is typed.</param>
internal sealed record Question(IReadOnlyList<Choice> Choices, string Placeholder)
{
    public static Question From(Expectation? expects, ChatWords words)
    {
        Choice[] choices = expects switch
        {
            { Type: "yes_no" } => [new Choice(words.Yes, words.Yes), new Choice(words.No, words.No)],
            { Options.Count: > 0 } => Offered(expects),
            _ => [],
        };
        return new Question(choices, choices.Length > 0 ? words.Placeholder : expects is { Type: "number" } ? NumberHint(expects, words) : words.AnswerPlaceholder);
    }

    /// <summary>Labels are sent as they are; where two are the same, their numbers.</summary>
    private static Choice[] Offered(Expectation expects)
    {
        bool distinct = expects.Options.Select(option => option.Label.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == expects.Options.Count;
        return [.. expects.Options.Select((option, i) => new Choice(SafeText.CleanLine(option.Label), distinct ? option.Label : (i + 1).ToString(CultureInfo.InvariantCulture)))];
    }

    public static string NumberHint(Expectation expects, ChatWords words)
    {
        string hint = (expects.Min, expects.Max) switch
        {
            ({ } min, { } max) => ChatWords.Fill(words.NumberBetween, min, max),
            ({ } min, null) => ChatWords.Fill(words.NumberFrom, min),
            (null, { } max) => ChatWords.Fill(words.NumberUpTo, max),
            _ => words.AnyNumber,
        };
        return expects.Unit is { Length: > 0 } unit ? ChatWords.Fill(words.WithUnit, hint, SafeText.CleanLine(unit)) : hint;
    }
}
