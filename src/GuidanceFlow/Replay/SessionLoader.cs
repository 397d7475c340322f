using GuidanceFlow.Sessions;
using GuidanceFlow.Telemetry;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Replay;

/// <summary>Gives a host its sessions: from their snapshots, and from their journals where those cannot be read. The next commit of such a session stores a good one.</summary>
internal sealed partial class SessionLoader(FlowCatalog flows, ISessionStore store, ILogger logger)
{
    /// <summary>The session; null when there is none.</summary>
    /// <exception cref="FlowNotFoundException">The flow version that the session is pinned to is missing.</exception>
    /// <exception cref="SnapshotRejectedException">The snapshot does not fit, and the journal does not give the session either.</exception>
    public async Task<GuidanceSession?> LoadAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        Flow flow = flows.Find(stored.FlowId, stored.FlowVersion) ?? throw new FlowNotFoundException(stored.FlowId, stored.FlowVersion, flows.Ids);
        SnapshotReadResult read = SessionSnapshot.Read(flow, stored.Snapshot);
        if (read.Success && read.Session.Id == stored.SessionId && read.Session.Turn == stored.Turn)
        {
            return read.Session;
        }

        SnapshotProblem problem = read.Problem ?? SnapshotProblem.Misplaced;
        IReadOnlyList<JournalEntry> journal = await store.ReadJournalAsync(sessionId, cancellationToken).ConfigureAwait(false);
        ReplayResult replayed = SessionReplay.Run(flows, journal, Math.Max(stored.Turn, 1));
        if (replayed.Success && ReferenceEquals(replayed.Session.Flow, flow) && replayed.Session.Id == stored.SessionId)
        {
            HostMeters.SessionRebuilt(flow);
            LogRebuilt(logger, sessionId, problem);
            return replayed.Session;
        }

        string whyNot = replayed.Message ?? "It is of another session.";
        LogNotRebuilt(logger, sessionId, problem, replayed.Problem);

        // What reading says may quote what is in the snapshot, and exceptions end in logs; who has the snapshot reads it again to hear it.
        throw new SnapshotRejectedException(sessionId, problem, $"Its snapshot {Words(problem)}. Its journal does not give it again either: {whyNot}");
    }

    private static string Words(SnapshotProblem problem) => problem switch
    {
        SnapshotProblem.UnknownVersion => "was written in another format version",
        SnapshotProblem.FlowMismatch => "belongs to another flow, version or structure",
        SnapshotProblem.Misplaced => "is of another session or turn than the store says",
        _ => "is damaged",
    };

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The snapshot of the session {SessionId} could not be used ({Problem}); the session was made again from its journal.")]
    private static partial void LogRebuilt(ILogger logger, string sessionId, SnapshotProblem problem);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "The snapshot of the session {SessionId} could not be used ({Problem}), and its journal does not give the session again ({ReplayProblem}).")]
    private static partial void LogNotRebuilt(ILogger logger, string sessionId, SnapshotProblem problem, ReplayProblem? replayProblem);
}
