using GuidanceFlow.Actions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Telemetry;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Outbox;

/// <summary>Carries effects out: at least once each, the oldest first, and marks them as done. What fails is logged and comes again, ever more seldom, until it is laid aside.</summary>
#pragma warning disable CA1001 // Nobody asks for the semaphore's wait handle, and without one it holds nothing.
internal sealed partial class OutboxDispatcher(ISessionStore store, OutboxPolicy policy, TimeProvider time, ILogger logger)
#pragma warning restore CA1001
{
    // Far more than one session ever has pending.
    private const int MostLookedAt = 1_000;

    private readonly Dictionary<string, OutboxHandler> _handlers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(policy.MostAtOnce);

    /// <summary>Says who carries out effects of a kind. Only while the host is made.</summary>
    public void Add(string kind, OutboxHandler handler) => _handlers.Add(kind, handler);

    /// <summary>Carries out what a session demands, one after the other; those that fail do not hold up those behind them.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="caller">Who waits for what comes of it; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work between two effects.</param>
    public async Task DispatchAsync(string sessionId, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        try
        {
            while (await ClaimAsync(sessionId, cancellationToken).ConfigureAwait(false) is { } item)
            {
                await TryDispatchAsync(item, caller, cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // The turn is committed; a store that fails now must not make it look as if it were not.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogOutboxUnreadable(logger, exception);
        }
    }

    /// <summary>Carries out all there is, of whatever session, as many at once as the policy says over all calls: one that takes long does not hold up the others.</summary>
    /// <param name="cancellationToken">Ends the work between two effects.</param>
    /// <returns>How many were carried out.</returns>
    public async Task<int> DispatchAllAsync(CancellationToken cancellationToken)
    {
        var underWay = new List<Task<bool>>();
        int done = 0;
        try
        {
            while (true)
            {
                await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (await BeginNextAsync(cancellationToken).ConfigureAwait(false) is { } begun)
                {
                    underWay.Add(begun);
                }
                else if (underWay.Count == 0)
                {
                    return done;
                }
                else
                {
                    // What ends may let another one come, such as the next words of its session.
                    await Task.WhenAny(underWay).ConfigureAwait(false);
                }

                done += await TakeEndedAsync(underWay).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // A store that fails now may work the next time.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogOutboxUnreadable(logger, exception);
        }
        finally
        {
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return done + underWay.Count(ended => ended.IsCompletedSuccessfully && ended.Result);
    }

    /// <summary>Takes an effect out that somebody carries out another way; tells whether they may, or it is carried out as usual.</summary>
    public async ValueTask<bool> TryTakeAsync(string sessionId, string effectId)
    {
        try
        {
            await store.CompleteOutboxAsync(effectId, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // Whatever the store throws, it may have done it or not.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogOutboxUnreadable(logger, exception);
        }

        try
        {
            return (await store.ReadOutboxAsync(sessionId, isDead: false, after: 0, MostLookedAt, CancellationToken.None).ConfigureAwait(false)).All(item => item.EffectId != effectId);
        }
#pragma warning disable CA1031 // Nobody knows; what is said twice is better than what is never said.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogOutboxUnreadable(logger, exception);
            return true;
        }
    }

    /// <summary>Begins the next effect, in a place that is free; null when there is none.</summary>
    private async Task<Task<bool>?> BeginNextAsync(CancellationToken cancellationToken)
    {
        bool isTaken = false;
        try
        {
            if (await ClaimAsync(sessionId: null, cancellationToken).ConfigureAwait(false) is not { } item)
            {
                return null;
            }

            isTaken = true;
            return EndAsync(TryDispatchAsync(item, caller: null, cancellationToken));
        }
        finally
        {
            if (!isTaken)
            {
                _places.Release();
            }
        }
    }

    private async Task<bool> EndAsync(Task<bool> dispatch)
    {
        try
        {
            return await dispatch.ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Takes those that have ended off the list, and counts those that were carried out.</summary>
    private static async Task<int> TakeEndedAsync(List<Task<bool>> underWay)
    {
        int done = 0;
        for (int i = underWay.Count - 1; i >= 0; i--)
        {
            if (underWay[i] is { IsCompleted: true } ended)
            {
                underWay.RemoveAt(i);
                done += await ended.ConfigureAwait(false) ? 1 : 0;
            }
        }

        return done;
    }

    private async ValueTask<OutboxItem?> ClaimAsync(string? sessionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = time.GetUtcNow();
        return await store.ClaimOutboxAsync(new OutboxClaim(sessionId, now, now + policy.Lease), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryDispatchAsync(OutboxItem item, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        string error;
        try
        {
            if (_handlers.TryGetValue(item.Kind, out OutboxHandler? handler))
            {
                // Behind the lease another host may carry it out. An action keeps to its own time.
                TimeSpan limit = item.Kind is OutboxItem.ActionKind or OutboxItem.FollowUpKind ? policy.Lease : policy.SinkTimeLimit;
                await TimeLimit.RunAsync(limit, time, token => handler(item, caller, token), cancellationToken).ConfigureAwait(false);
                await store.CompleteOutboxAsync(item.EffectId, cancellationToken).ConfigureAwait(false);
                return true;
            }

            error = $"Nobody carries out effects of the kind '{item.Kind}' here.";
            LogNobody(logger, item.EffectId, item.Kind);
        }
#pragma warning disable CA1031 // A sink may throw anything, a time-out of its own included; the effect stays pending and comes again.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // What it says may be anything, a customer's words included, and is for the log alone.
            error = exception.GetType().Name;
            LogEffectFailed(logger, item.EffectId, item.Claims, exception);
        }

        bool isDead = item.Claims >= policy.MostAttempts;
        HostMeters.EffectFailed(item.Kind, isDead);
        if (isDead)
        {
            LogEffectDead(logger, item.EffectId, item.Claims);
            await store.BuryOutboxAsync(item.EffectId, error, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await store.PostponeOutboxAsync(item.EffectId, time.GetUtcNow() + policy.PauseAfter(item.Claims), error, CancellationToken.None).ConfigureAwait(false);
        }

        return false;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The effect {EffectId} failed (attempt {Attempt}) and comes again.")]
    private static partial void LogEffectFailed(ILogger logger, string effectId, int attempt, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The outbox could not be read; its effects stay pending.")]
    private static partial void LogOutboxUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3, Level = LogLevel.Critical, Message = "The effect {EffectId} failed {Attempts} times and is laid aside as a dead letter.")]
    private static partial void LogEffectDead(ILogger logger, string effectId, int attempts);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "Nobody carries out the effect {EffectId} of the kind {Kind} here.")]
    private static partial void LogNobody(ILogger logger, string effectId, string kind);
}

/// <summary>Carries an effect out; what it throws lets it come again.</summary>
internal delegate ValueTask OutboxHandler(OutboxItem item, OutboxCaller? caller, CancellationToken cancellationToken);
