using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A store in front of another that gives way before each call, so that what runs at once really interleaves; something may also be made to come just before a load.</summary>
internal sealed class YieldingStore(ISessionStore store) : ISessionStore
{
    /// <summary>Runs once, before the next load.</summary>
    public Func<Task>? BeforeLoad { get; set; }

    public async ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (BeforeLoad is { } first)
        {
            BeforeLoad = null;
            await first();
        }

        StoredSession? session = await store.LoadAsync(sessionId, cancellationToken);
        await Task.Yield();
        return session;
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await store.FindReplyAsync(sessionId, inputId, cancellationToken);
    }

    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await store.CommitAsync(commit, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, long after, int limit, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await store.ReadOutboxAsync(sessionId, after, limit, cancellationToken);
    }

    public async ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await store.CompleteOutboxAsync(effectId, cancellationToken);
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) => store.ReadJournalAsync(sessionId, cancellationToken);
}
