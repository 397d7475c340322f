using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A store in front of another: each call goes through, or does something else first.</summary>
internal abstract class StoreBehind(ISessionStore store) : ISessionStore
{
    public virtual ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) => Call(() => store.LoadAsync(sessionId, cancellationToken));

    public virtual ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken) => Call(() => store.FindReplyAsync(sessionId, inputId, cancellationToken));

    public virtual ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken) => Call(() => store.CommitAsync(commit, cancellationToken));

    public virtual ValueTask<OutboxItem?> ClaimOutboxAsync(OutboxClaim claim, CancellationToken cancellationToken) => Call(() => store.ClaimOutboxAsync(claim, cancellationToken));

    public virtual ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken) => Do(() => store.CompleteOutboxAsync(effectId, cancellationToken));

    public virtual ValueTask PostponeOutboxAsync(string effectId, DateTimeOffset until, string error, CancellationToken cancellationToken) => Do(() => store.PostponeOutboxAsync(effectId, until, error, cancellationToken));

    public virtual ValueTask BuryOutboxAsync(string effectId, string error, CancellationToken cancellationToken) => Do(() => store.BuryOutboxAsync(effectId, error, cancellationToken));

    public virtual ValueTask ReviveOutboxAsync(string effectId, CancellationToken cancellationToken) => Do(() => store.ReviveOutboxAsync(effectId, cancellationToken));

    public virtual ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, bool isDead, long after, int limit, CancellationToken cancellationToken) => Call(() => store.ReadOutboxAsync(sessionId, isDead, after, limit, cancellationToken));

    public virtual ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken) => Call(() => store.ReadDueTimersAsync(now, after, limit, cancellationToken));

    public virtual ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) => Call(() => store.ReadJournalAsync(sessionId, cancellationToken));

    private async ValueTask Do(Func<ValueTask> call) => await Call(async () =>
    {
        await call();
        return true;
    });

    /// <summary>Every call.</summary>
    protected virtual ValueTask<T> Call<T>(Func<ValueTask<T>> call) => call();
}
