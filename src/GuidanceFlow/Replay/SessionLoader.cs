using GuidanceFlow.Sessions;
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

        // What reading says may quote what is in the snapshot, and is not for the log.
        SnapshotProblem problem = read.Problem ?? SnapshotProblem.Misplaced;
        string why = read.Message ?? "The snapshot is of another session or turn than the store says.";
        IReadOnlyList<JournalEntry> journal = await store.ReadJournalAsync(sessionId, cancellationToken).ConfigureAwait(false);
        ReplayResult replayed = SessionReplay.Run(flows, journal, Math.Max(stored.Turn, 1));
        if (replayed.Success && ReferenceEquals(replayed.Session.Flow, flow) && replayed.Session.Id == stored.SessionId)
        {
            LogRebuilt(logger, sessionId, problem);
            return replayed.Session;
        }

        string whyNot = replayed.Message ?? "It is of another session.";
        LogNotRebuilt(logger, sessionId, problem, replayed.Problem);
        throw new SnapshotRejectedException(sessionId, problem, $"{why} Its journal does not give it again either: {whyNot}");
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The snapshot of the session {SessionId} could not be used ({Problem}); the session was made again from its journal.")]
    private static partial void LogRebuilt(ILogger logger, string sessionId, SnapshotProblem problem);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "The snapshot of the session {SessionId} could not be used ({Problem}), and its journal does not give the session again ({ReplayProblem}).")]
    private static partial void LogNotRebuilt(ILogger logger, string sessionId, SnapshotProblem problem, ReplayProblem? replayProblem);
}
