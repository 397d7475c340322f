using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Keeps the commits that pass through.</summary>
internal sealed class RecordingStore(ISessionStore store) : ISessionStore
{
    public List<SessionCommit> Commits { get; } = [];

    public ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) => store.LoadAsync(sessionId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken) => store.FindReplyAsync(sessionId, inputId, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        Commits.Add(commit);
        return store.CommitAsync(commit, cancellationToken);
    }

    public ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, long after, int limit, CancellationToken cancellationToken) => store.ReadOutboxAsync(sessionId, after, limit, cancellationToken);

    public ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken) => store.CompleteOutboxAsync(effectId, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) => store.ReadJournalAsync(sessionId, cancellationToken);
}

/// <summary>Always a turn ahead: no commit succeeds.</summary>
internal sealed class ConflictingStore(ISessionStore store) : ISessionStore
{
    public ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) => store.LoadAsync(sessionId, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken) => store.FindReplyAsync(sessionId, inputId, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken) => ValueTask.FromResult(CommitResult.Conflict);

    public ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, long after, int limit, CancellationToken cancellationToken) => store.ReadOutboxAsync(sessionId, after, limit, cancellationToken);

    public ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken) => store.CompleteOutboxAsync(effectId, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) => store.ReadJournalAsync(sessionId, cancellationToken);
}
