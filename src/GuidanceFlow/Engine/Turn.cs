using System.Collections.Immutable;
using GuidanceFlow.Commands;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Engine;

/// <summary>What one input led to. Immutable; nothing in it has happened yet outside, it says what should.</summary>
public sealed class Turn
{
    /// <summary>The session after the turn; the very same object when the input was refused.</summary>
    public required GuidanceSession Session { get; init; }

    /// <summary>What became of the input.</summary>
    public required TurnResult Result { get; init; }

    /// <summary>Why, for a refused or invalid input: one of <see cref="TurnReason"/>, or an interpreter's word; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>What to say to the customer, in order.</summary>
    public ImmutableArray<Message> Messages { get; init; } = [];

    /// <summary>What the host has to do, in order.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<TurnEvent> Events { get; init; } = [];

    /// <summary>The answer as it was understood; null for a start and for a refused input.</summary>
    public ResolvedAnswer? Answer { get; init; }

    /// <summary>What the customer asked for instead of answering; null for nothing.</summary>
    public SessionCommand? Command { get; init; }

    /// <summary>The values that an ambiguous answer may have meant, the likeliest first; a single one where it is only not certain.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>What became of later answers, where an earlier one was changed; else null.</summary>
    public Correction? Correction { get; init; }

    /// <summary>
    /// What failed; null when nothing did. With a result other than <see cref="TurnResult.Refused"/> the fallback has taken
    /// over.
    /// </summary>
    public TurnError? Error { get; init; }

    /// <summary>The ids of the steps entered in this turn, in order, skipped ones included.</summary>
    public IEnumerable<string> Entered =>
        Events.Where(entry => entry.Kind is TurnEventKind.Entered or TurnEventKind.Skipped).Select(entry => entry.Step!);

    /// <summary>The same turn with other events.</summary>
    internal Turn With(ImmutableArray<TurnEvent> events) => new()
    {
        Session = Session,
        Result = Result,
        Reason = Reason,
        Messages = Messages,
        Effects = Effects,
        Events = events,
        Answer = Answer,
        Command = Command,
        Candidates = Candidates,
        Correction = Correction,
        Error = Error,
    };

    /// <summary>The turn with what became of later answers, and the events of all that were given again.</summary>
    internal Turn With(Correction correction, ImmutableArray<TurnEvent>? events = null) => new()
    {
        Session = Session,
        Result = Result,
        Messages = Messages,
        Effects = Effects,
        Events = events ?? Events,
        Answer = Answer,
        Correction = correction,
    };
}
