using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What a turn should have led to. Null, or empty where only some values are looked for, means anything goes. Immutable.</summary>
public sealed record TurnExpectation
{
    /// <summary>The id of the step the session is at.</summary>
    public string? Step { get; init; }

    /// <summary>The id of the stage the session is at.</summary>
    public string? Stage { get; init; }

    /// <summary>What became of the answer.</summary>
    public TurnResult? Result { get; init; }

    /// <summary>Why it was refused or invalid: one of <see cref="TurnReason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the session waits or is over.</summary>
    public SessionStatus? Status { get; init; }

    /// <summary>How the session ended.</summary>
    public SessionOutcome? Outcome { get; init; }

    /// <summary>All texts of the turn, one message a paragraph: joined by an empty line.</summary>
    public string? Text { get; init; }

    /// <summary>What stands somewhere in the messages, blocks included.</summary>
    public EquatableArray<string> TextContains { get; init; }

    /// <summary>The ids of all steps entered, in order.</summary>
    public EquatableArray<string>? Entered { get; init; }

    /// <summary>The values of all options offered, in order.</summary>
    public EquatableArray<string>? Options { get; init; }

    /// <summary>Some data after the turn; null for one without a value.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Data { get; init; }

    /// <summary>All tickets filed in the turn, in order.</summary>
    public EquatableArray<TicketExpectation>? Tickets { get; init; }

    /// <summary>All timers of the session after the turn, the earliest first.</summary>
    public EquatableArray<TimerExpectation>? Timers { get; init; }

    /// <summary>All actions that were begun, in order.</summary>
    public EquatableArray<CallExpectation>? Calls { get; init; }

    /// <summary>What happened in this order, among other things.</summary>
    public EquatableArray<EventExpectation>? Events { get; init; }

    /// <summary>The later questions whose answers a correction kept, in order.</summary>
    public EquatableArray<string>? Kept { get; init; }

    /// <summary>The later questions whose answers do not hold any more after a correction, in order.</summary>
    public EquatableArray<string>? Dropped { get; init; }

    /// <summary>What stands in the turn's error.</summary>
    public EquatableArray<string> ErrorContains { get; init; }

    /// <summary>Where the expectation stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Where its members stand; null when it was not read from a file.</summary>
    internal MemberPlaces? Places { get; init; }
}
