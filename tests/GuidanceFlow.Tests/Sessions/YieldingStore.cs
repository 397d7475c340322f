using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A store in front of another that gives way before each call, so that what runs at once really interleaves; something may also be made to come just before a load.</summary>
internal sealed class YieldingStore(ISessionStore store) : StoreBehind(store)
{
    /// <summary>Runs once, before the next load.</summary>
    public Func<Task>? BeforeLoad { get; set; }

    public override async ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (BeforeLoad is { } first)
        {
            BeforeLoad = null;
            await first();
        }

        StoredSession? session = await base.LoadAsync(sessionId, cancellationToken);
        await Task.Yield();
        return session;
    }

    protected override async ValueTask<T> Call<T>(Func<ValueTask<T>> call)
    {
        await Task.Yield();
        return await call();
    }
}
