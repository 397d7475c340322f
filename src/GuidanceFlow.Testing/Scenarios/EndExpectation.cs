using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What should be true once every answer was given. Null, or empty where only some values are looked for, means anything goes. Immutable.</summary>
public sealed record EndExpectation
{
    /// <summary>Whether the session waits or is over.</summary>
    public SessionStatus? Status { get; init; }

    /// <summary>How the session ended.</summary>
    public SessionOutcome? Outcome { get; init; }

    /// <summary>The id of the step the session is at or ended in.</summary>
    public string? Step { get; init; }

    /// <summary>The id of that step's stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Some data; null for one without a value.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Data { get; init; }

    /// <summary>All tickets of the conversation, in order.</summary>
    public EquatableArray<TicketExpectation>? Tickets { get; init; }

    /// <summary>All actions that were begun in the conversation, in order.</summary>
    public EquatableArray<CallExpectation>? Calls { get; init; }

    /// <summary>The golden file that holds the whole conversation; null for none.</summary>
    public GoldenFile? Transcript { get; init; }

    /// <summary>Where the expectation stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Where its members stand; null when it was not read from a file.</summary>
    internal MemberPlaces? Places { get; init; }
}
