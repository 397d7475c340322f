using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Asking;

namespace GuidanceFlow.Terminal.Words;

/// <summary>What to tell a customer whose answer was not taken.</summary>
internal static class Misunderstanding
{
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
