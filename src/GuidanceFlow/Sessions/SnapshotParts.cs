using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>A loop in a snapshot.</summary>
internal sealed record SnapshotLoop(string Step, Value[]? Items, int Index, bool Failed);

/// <summary>A fallback in a snapshot.</summary>
internal sealed record SnapshotFallback(FallbackReason Reason, string? Stage, string? Step, int Attempts, string[]? Unrecognised)
{
    public static SnapshotFallback Of(FallbackInfo fallback) =>
        new(fallback.Reason, fallback.Stage, fallback.Step, fallback.Attempts, fallback.Unrecognised.IsEmpty ? null : [.. fallback.Unrecognised]);

    public FallbackInfo ToInfo() => new(Reason, Stage, Step, Attempts, (Unrecognised ?? []).ToEquatableArray());
}

/// <summary>The latest ticket in a snapshot.</summary>
internal sealed record SnapshotTicket(string Reference, TimeSpan? RespondWithin, DateTimeOffset? Due);

/// <summary>An undo delta in a snapshot. Its loops have no items where those are the ones of the same loop later on.</summary>
internal sealed record SnapshotUndo(string Step, EquatableArray<KeyValuePair<string, Value>> Data, SnapshotUndoneAnswer[]? Answers, SnapshotUndoneRest? Rest);

/// <summary>An answer as it was, in a snapshot: where it stood, −1 for nowhere. One new answer to the delta's own step is left out.</summary>
internal sealed record SnapshotUndoneAnswer(string Step, int Index, Value Value);

/// <summary>What else an answer changed, in a snapshot.</summary>
internal sealed record SnapshotUndoneRest(SnapshotLoop[]? Loops, EquatableArray<KeyValuePair<string, Value>> Known, SnapshotFallback? Fallback, EquatableArray<KeyValuePair<string, Value>> Chosen);
