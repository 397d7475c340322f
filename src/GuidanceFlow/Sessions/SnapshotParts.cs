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
internal sealed record SnapshotUndo(string Step, EquatableArray<KeyValuePair<string, Value>> Data, SnapshotUndoneAnswer[]? Answers, SnapshotUndoneRest? Rest, SnapshotUndoneState? State = null);

/// <summary>An answer as it was, in a snapshot: where it stood, −1 for nowhere. One new answer to the delta's own step is left out.</summary>
internal sealed record SnapshotUndoneAnswer(string Step, int Index, Value Value);

/// <summary>What else an answer changed, in a snapshot.</summary>
internal sealed record SnapshotUndoneRest(SnapshotLoop[]? Loops, EquatableArray<KeyValuePair<string, Value>> Known, SnapshotFallback? Fallback, EquatableArray<KeyValuePair<string, Value>> Chosen, ActionFailure? Failure = null);

/// <summary>All that a session had in a flow, in a snapshot: data that differ from their defaults, and answers, the oldest first.</summary>
internal sealed record SnapshotUndoneState(EquatableArray<KeyValuePair<string, Value>> Data, EquatableArray<KeyValuePair<string, Value>> Answers, SnapshotCaller[]? Callers, Value? Answer);

/// <summary>A flow that waits for one it runs, in a snapshot. Its own id is left out: the outermost one is the session's, each other one is run by the next one.</summary>
internal sealed record SnapshotCaller(
    string Runs,
    string Step,
    SnapshotInterruption? Interruption,
    EquatableArray<KeyValuePair<string, Value>> Data,
    EquatableArray<KeyValuePair<string, Value>> Answers,
    SnapshotLoop[]? Loops,
    EquatableArray<KeyValuePair<string, Value>> Known,
    EquatableArray<KeyValuePair<string, Value>> Chosen,
    SnapshotFallback? Fallback);

/// <summary>A question that was interrupted, in a snapshot.</summary>
internal sealed record SnapshotInterruption(string Flow, string Id, string[]? Unrecognised, Value[]? Offered, Confirmation? Confirming, DateTimeOffset? Until = null, Value[]? Signal = null);
