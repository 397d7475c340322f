using GuidanceFlow.Answers;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Asking;
using GuidanceFlow.Terminal.Drawing;

namespace GuidanceFlow.Terminal.Words;

/// <summary>What to tell a customer whose answer was not taken.</summary>
internal static class Misunderstanding
{
    private const int MostCandidates = 3;

    /// <summary>What the customer may have meant, as a question; null where nothing is near enough or too much is.</summary>
    public static string? DidYouMean(TurnReply reply, ChatWords words) => reply.Candidates.Count is >= 1 and <= MostCandidates
        ? ChatWords.Fill(words.DidYouMean, string.Join(words.OrDidYouMean, reply.Candidates.Select(candidate => SafeText.CleanLine(candidate.Label))))
        : null;

    /// <summary>The answer that a yes to "did you mean …?" gives; null where something else was said or asked.</summary>
    public static AnswerInput? Confirm(TurnReply? asked, string text) =>
        asked is { Candidates: [var only], Expects: { } expects } && expects.Options.Contains(only) && YesNoMatcher.IsYes(AnswerText.Repair(text))
            ? AnswerInput.Choosing(only.Label, only.Value)
            : null;

    /// <summary>A sentence; null when the answer was taken, or the question is not asked again.</summary>
    public static string? Of(TurnReply reply, ChatWords words) => (reply.Status, reply.Result, reply.Reason) switch
    {
        (SessionStatus.Waiting, TurnResult.NoMatch or TurnResult.Invalid, _) when reply.Expects is { Type: "attachment" } expects => expects.Min == 0 ? words.NoFilesSkip : words.NoFilesPerson,
        (SessionStatus.Waiting, TurnResult.NoMatch or TurnResult.Ambiguous, _) => words.NotUnderstood,
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.NotWhole) => ChatWords.Fill(words.PleaseGive, words.WholeNumber),
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.TooSmall or TurnReason.TooLarge) when reply.Expects is { } expects => ChatWords.Fill(words.PleaseGive, Question.NumberHint(expects, words)),
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.TooFew or TurnReason.TooMany) when reply.Expects is { } expects => ChatWords.Fill(words.PleaseChoose, Question.CountHint(expects, words)),
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.NotAnAddress) => ChatWords.Fill(words.PleaseGive, words.EmailAddress),
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.NotAPhoneNumber) => ChatWords.Fill(words.PleaseGive, words.PhoneNumber),
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.NotADate) => ChatWords.Fill(words.PleaseGive, words.Date),
        (SessionStatus.Waiting, TurnResult.Invalid, TurnReason.TooLong) => words.TooLong,
        (SessionStatus.Waiting, TurnResult.Invalid, _) => words.NotUnderstood,
        _ => null,
    };
}
