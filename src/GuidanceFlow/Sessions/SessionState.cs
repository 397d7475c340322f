using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>The fields of a session, by number. Arrays are never changed once they stand here.</summary>
internal sealed record SessionState
{
    public required string Id { get; init; }

    public int Turn { get; init; }

    public SessionStatus Status { get; init; }

    public SessionOutcome? Outcome { get; init; }

    public required string Locale { get; init; }

    public string? Channel { get; init; }

    public string? CustomerKey { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The step it waits at or ended in; −1 before the start.</summary>
    public int Step { get; init; } = -1;

    public int Visit { get; init; }

    /// <summary>The answers to the present question that were not understood, shortened.</summary>
    public string[] Unrecognised { get; init; } = [];

    /// <summary>Inputs and data by slot.</summary>
    public Value[] Data { get; init; } = [];

    /// <summary>The latest answers, oldest first.</summary>
    public StepAnswer[] Answers { get; init; } = [];

    /// <summary>The loops the session is in, the innermost first.</summary>
    public EachFrame? Loop { get; init; }

    /// <summary>Answers known from the start and not used yet.</summary>
    public StepAnswer[] Known { get; init; } = [];

    /// <summary>The fallback that fired and that no ticket carries yet.</summary>
    public FallbackInfo? Fallback { get; init; }

    /// <summary>The latest ticket.</summary>
    public TicketMark? Ticket { get; init; }

    /// <summary>Timers that run while the session waits.</summary>
    public SessionTimer[] Timers { get; init; } = [];

    /// <summary>How to take back the latest answers, oldest first.</summary>
    public UndoDelta[] Undo { get; init; } = [];

    public Value FindAnswer(int step)
    {
        StepAnswer[] answers = Answers;
        for (int i = answers.Length - 1; i >= 0; i--)
        {
            if (answers[i].Step == step)
            {
                return answers[i].Value;
            }
        }

        return Value.Null;
    }
}

/// <summary>The answer to a step.</summary>
internal readonly record struct StepAnswer(int Step, Value Value);

/// <summary>A loop the session is in. The items are frozen and in order.</summary>
internal sealed record EachFrame(int Step, Value[] Items, int Index, bool Failed, EachFrame? Outer);

/// <summary>What templates may say of the latest ticket.</summary>
internal sealed record TicketMark(string Reference, TimeSpan? RespondWithin, DateTimeOffset? Due);

/// <summary>A datum's value before an answer.</summary>
internal readonly record struct UndoneValue(int Slot, Value Value);

/// <summary>What an answer changed, so that it can be taken back.</summary>
internal sealed record UndoDelta(int Step, int Visit, UndoneValue[] Data);
