using GuidanceFlow.Engine;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Words;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>What the customer is asked for: something to choose, or only an answer to type.</summary>
/// <param name="Choices">What can be chosen; empty for none.</param>
/// <param name="Placeholder">What stands where the answer goes until something is typed.</param>
internal sealed record Question(IReadOnlyList<Choice> Choices, string Placeholder)
{
    /// <summary>Whether a label that is typed, not chosen, is the question's to read: one for yes or no may have its own words for them.</summary>
    public bool ReadsLabels { get; init; }

    /// <summary>What stands for no choice at all, where several can be chosen.</summary>
    public string NoneLabel { get; init; } = "–";

    /// <summary>How many of the choices are sent at least; null where just one is chosen.</summary>
    public int? Several { get; init; }

    /// <summary>Whether the answer is a secret, which is not to be seen on the screen.</summary>
    public bool IsSensitive { get; init; }

    public static Question From(Expectation? expects, ChatWords words)
    {
        Choice[] choices = expects switch
        {
            { Type: "yes_no" } => [new Choice(words.Yes, words.Yes) { Chosen = AnswerInput.Choosing(words.Yes, true) }, new Choice(words.No, words.No) { Chosen = AnswerInput.Choosing(words.No, false) }],
            { Type: "choices" } => [.. expects.Options.Select(option => new Choice(SafeText.CleanLine(option.Label), option.Value))],
            { Options.Count: > 0 } => [.. expects.Options.Select(option => new Choice(SafeText.CleanLine(option.Label), option.Label) { Chosen = AnswerInput.Choosing(option.Label, option.Value) })],
            _ => [],
        };
        return new Question(choices, expects is { Type: "choices" } ? words.SeveralPlaceholder : choices.Length > 0 ? words.Placeholder : HintOf(expects, words)) 
        {
            IsSensitive = expects is { Sensitive: true },
            ReadsLabels = expects is { Type: "yes_no" },
            Several = expects is { Type: "choices" } ? (int)(expects.Min ?? 1) : null,
        };
    }

    private static string HintOf(Expectation? expects, ChatWords words) => expects switch
    {
        { Type: "number" or "rating" } => NumberHint(expects, words),
        { Type: "email" } => words.EmailAddress,
        { Type: "phone" } => words.PhoneNumber,
        { Type: "date" } => words.Date,
        { Type: "attachment" } => expects.Min == 0 ? words.NoFilesSkip : words.NoFilesPerson,
        _ => words.AnswerPlaceholder,
    };

    /// <summary>How many options are to be chosen.</summary>
    public static string CountHint(Expectation expects, ChatWords words)
    {
        double least = Math.Max(1, expects.Min ?? 1);
        return expects.Max is not { } most ? ChatWords.Fill(least == 1 ? words.OneOption : words.OptionsFrom, least)
            : most == least ? ChatWords.Fill(least == 1 ? words.JustOneOption : words.OptionsExactly, least)
            : ChatWords.Fill(words.OptionsBetween, least, most);
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
