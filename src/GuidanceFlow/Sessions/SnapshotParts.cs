using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>A loop in a snapshot.</summary>
internal sealed record SnapshotLoop(string Step, Value[] Items, int Index, bool Failed);

/// <summary>A fallback in a snapshot.</summary>
internal sealed record SnapshotFallback(FallbackReason Reason, string? Stage, string? Step, int Attempts, string[]? Unrecognised);

/// <summary>The latest ticket in a snapshot.</summary>
internal sealed record SnapshotTicket(string Reference, TimeSpan? RespondWithin, DateTimeOffset? Due);

/// <summary>An undo delta in a snapshot.</summary>
internal sealed record SnapshotUndo(string Step, int Visit, EquatableArray<KeyValuePair<string, Value>> Data);
