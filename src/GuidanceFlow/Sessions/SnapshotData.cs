using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>A session as its snapshot has it: everything by the author's ids and names, nothing by number.</summary>
internal sealed class SnapshotData
{
    [JsonPropertyName("v")]
    public int FormatVersion { get; set; }

    public string? Id { get; set; }

    public string? Flow { get; set; }

    public int FlowVersion { get; set; }

    public string? Structure { get; set; }

    public int Turn { get; set; }

    public SessionStatus Status { get; set; }

    public SessionOutcome? Outcome { get; set; }

    public string? Locale { get; set; }

    public string? Channel { get; set; }

    public string? Customer { get; set; }

    public DateTimeOffset Started { get; set; }

    public string? Step { get; set; }

    public int Visit { get; set; }

    public string[]? Unrecognised { get; set; }

    /// <summary>Only what differs from what the flow says data hold at the start.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Data { get; set; }

    public EquatableArray<KeyValuePair<string, Value>> Answers { get; set; }

    /// <summary>The innermost first.</summary>
    public SnapshotLoop[]? Loops { get; set; }

    public EquatableArray<KeyValuePair<string, Value>> Known { get; set; }

    public SnapshotFallback? Fallback { get; set; }

    public SnapshotTicket? Ticket { get; set; }

    public SessionTimer[]? Timers { get; set; }

    public SnapshotUndo[]? Undo { get; set; }
}

/// <summary>A loop in a snapshot.</summary>
internal sealed record SnapshotLoop(string Step, Value[] Items, int Index, bool Failed);

/// <summary>A fallback in a snapshot.</summary>
internal sealed record SnapshotFallback(FallbackReason Reason, string? Stage, string? Step, int Attempts, string[]? Unrecognised);

/// <summary>The latest ticket in a snapshot.</summary>
internal sealed record SnapshotTicket(string Reference, TimeSpan? RespondWithin, DateTimeOffset? Due);

/// <summary>An undo delta in a snapshot.</summary>
internal sealed record SnapshotUndo(string Step, int Visit, EquatableArray<KeyValuePair<string, Value>> Data);
