using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Sessions;

/// <summary>
/// What a host answers to an input: everything a channel needs to go on. It is stored with the turn, so that a repeated input
/// gets the same words. Immutable, compared by content.
/// </summary>
public sealed record TurnReply
{
    /// <summary>The version of this shape: 1.</summary>
    [JsonPropertyOrder(-1)]
    public int Protocol { get; init; } = 1;

    /// <summary>The session's id.</summary>
    public required string Session { get; init; }

    /// <summary>The turn the session is at; it did not move when the input was refused.</summary>
    public required int Turn { get; init; }

    /// <summary>What became of the input.</summary>
    public required TurnResult Result { get; init; }

    /// <summary>Why, for a refused or invalid input: one of <see cref="TurnReason"/>, or an interpreter's word; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the session waits or is over.</summary>
    public required SessionStatus Status { get; init; }

    /// <summary>The id of the stage the session is at; null before the start.</summary>
    public string? Stage { get; init; }

    /// <summary>The id of the step the session is at; null before the start.</summary>
    public string? Step { get; init; }

    /// <summary>The ids of the steps entered in this turn, in order, skipped ones included.</summary>
    public EquatableArray<string> Entered { get; init; }

    /// <summary>What to say, in order.</summary>
    public EquatableArray<Message> Messages { get; init; }

    /// <summary>What the question understands; null when the session does not wait.</summary>
    public Expectation? Expects { get; init; }

    /// <summary>
    /// What an <see cref="TurnResult.Ambiguous"/> answer may have meant, the likeliest first, for a channel to ask "did you mean …?". Empty for other
    /// results, where another question is asked by now, and where they would be secrets that were typed.
    /// </summary>
    public EquatableArray<ExpectedOption> Candidates { get; init; }

    /// <summary>What became of later answers, where an earlier one was changed; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Correction? Correction { get; init; }

    /// <summary>How the session ended; null while it has not.</summary>
    public SessionOutcome? Outcome { get; init; }

    /// <summary>The tickets filed in this turn.</summary>
    public EquatableArray<Ticket> Tickets { get; init; }

    /// <summary>The sessions that were planned in this turn, which the host starts at their time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<PlannedSession> Planned { get; init; }

    /// <summary>What failed, in a sentence; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>What the customer reads, as plain text: the messages, then the options numbered from 1; lines end with <c>\n</c>, the last one without.</summary>
    public string ToPlainText() => string.Join('\n', Messages.Select(PlainText.Render).Concat((Expects?.Options ?? []).Select(NumberedOption)));

    /// <summary>The reply to a turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="now">The turn's time.</param>
    public static TurnReply From(Turn turn, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(turn);
        GuidanceSession session = turn.Session;
        Expectation? expects = SituationReader.ReadExpectation(session, now);
        return new TurnReply
        {
            Session = session.Id,
            Turn = session.Turn,
            Result = turn.Result,
            Reason = turn.Reason,
            Status = session.Status,
            Stage = Frames.StageOf(session.Flow, session.State)?.Id,
            Step = session.Step?.Id,
            Entered = turn.Entered.ToEquatableArray(),
            Messages = turn.Messages.ToEquatableArray(),
            Expects = expects,
            Candidates = CandidatesOf(turn, expects),
            Correction = turn.Correction,
            Outcome = session.Outcome,
            Tickets = turn.Effects.OfType<FileTicketEffect>().Select(effect => effect.Ticket).ToEquatableArray(),
            Planned = turn.Effects.OfType<FollowUpEffect>().Select(effect => new PlannedSession(effect.FollowUp.SessionId, effect.FollowUp.FlowId, effect.FollowUp.Due)).ToEquatableArray(),
            Error = turn.Error?.ToString(),
        };
    }

    /// <summary>The reply to an input whose turn others follow: what became of the input, what all of them say and file, and where the session is behind the last.</summary>
    /// <param name="first">The reply of the input's turn.</param>
    /// <param name="next">The reply of the turn behind it.</param>
    public static TurnReply Join(TurnReply first, TurnReply next)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(next);
        return next with
        {
            Result = first.Result,
            Reason = first.Reason,
            Entered = [.. first.Entered, .. next.Entered],
            Messages = [.. first.Messages, .. next.Messages],
            Tickets = [.. first.Tickets, .. next.Tickets],
            Planned = [.. first.Planned, .. next.Planned],
            Candidates = default,
            Correction = first.Correction,
            Error = first.Error ?? next.Error,
        };
    }

    /// <summary>The reply to an input that no turn of a session was made for.</summary>
    internal static TurnReply Refused(string sessionId, string reason, int turn, string error) => new()
    {
        Session = sessionId,
        Turn = turn,
        Result = TurnResult.Refused,
        Reason = reason,
        Status = SessionStatus.New,
        Error = error,
    };

    private static EquatableArray<ExpectedOption> CandidatesOf(Turn turn, Expectation? expects)
    {
        if (turn.Candidates.IsDefaultOrEmpty || expects is null || turn.Entered.Any())
        {
            return default;
        }

        // What no list offers, such as one of two days, is its own label; a secret has none.
        return turn.Candidates
            .Select(value => expects.Options.FirstOrDefault(option => string.Equals(option.Value, value, StringComparison.Ordinal)) ?? (expects.Sensitive ? null : new ExpectedOption(value, value)))
            .OfType<ExpectedOption>()
            .ToEquatableArray();
    }

    private static string NumberedOption(ExpectedOption option, int index) => $"  {index + 1}. {option.Label}";
}
