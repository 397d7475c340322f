using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Keeps the commits that pass through.</summary>
internal sealed class RecordingStore(ISessionStore store) : StoreBehind(store)
{
    public List<SessionCommit> Commits { get; } = [];

    public override ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        Commits.Add(commit);
        return base.CommitAsync(commit, cancellationToken);
    }
}

/// <summary>Always a turn ahead: no commit succeeds.</summary>
internal sealed class ConflictingStore(ISessionStore store) : StoreBehind(store)
{
    public override ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken) => ValueTask.FromResult(CommitResult.Conflict);
}
