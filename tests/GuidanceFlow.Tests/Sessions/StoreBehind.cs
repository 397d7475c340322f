using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A store in front of another: each call goes through, or does something else first.</summary>
internal abstract class StoreBehind(ISessionStore store) : ISessionStore
{
    public virtual ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) => Call(() => store.LoadAsync(sessionId, cancellationToken));

    public virtual ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken) => Call(() => store.FindReplyAsync(sessionId, inputId, cancellationToken));

    public virtual ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken) => Call(() => store.CommitAsync(commit, cancellationToken));

    public virtual ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, long after, int limit, CancellationToken cancellationToken) => Call(() => store.ReadOutboxAsync(sessionId, after, limit, cancellationToken));

    public virtual async ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken) => await Call(async () =>
    {
        await store.CompleteOutboxAsync(effectId, cancellationToken);
        return true;
    });

    public virtual ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken) => Call(() => store.ReadDueTimersAsync(now, after, limit, cancellationToken));

    public virtual ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) => Call(() => store.ReadJournalAsync(sessionId, cancellationToken));

    /// <summary>Every call.</summary>
    protected virtual ValueTask<T> Call<T>(Func<ValueTask<T>> call) => call();
}
