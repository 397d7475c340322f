using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A store in front of another whose n-th call fails, either before it does anything or after it did everything.</summary>
internal sealed class FaultyStore(ISessionStore store) : ISessionStore
{
    private int _calls;

    /// <summary>The number of the call that fails, from 1; 0 for none.</summary>
    public int FailAt { get; set; }

    public bool AfterwardsOnly { get; set; }

    public int Calls => _calls;

    public ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) => Call(() => store.LoadAsync(sessionId, cancellationToken));

    public ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken) => Call(() => store.FindReplyAsync(sessionId, inputId, cancellationToken));

    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken) => Call(() => store.CommitAsync(commit, cancellationToken));

    public ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, long after, int limit, CancellationToken cancellationToken) => Call(() => store.ReadOutboxAsync(sessionId, after, limit, cancellationToken));

    public async ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken) => await Call(async () =>
    {
        await store.CompleteOutboxAsync(effectId, cancellationToken);
        return true;
    });

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) => Call(() => store.ReadJournalAsync(sessionId, cancellationToken));

    private async ValueTask<T> Call<T>(Func<ValueTask<T>> call)
    {
        bool fails = Interlocked.Increment(ref _calls) == FailAt;
        if (fails && !AfterwardsOnly)
        {
            throw new IOException("The store failed before it did anything.");
        }

        T result = await call();
        return fails ? throw new IOException("The store failed after it did everything.") : result;
    }
}
