using GuidanceFlow.Sessions;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Tickets;

/// <summary>Carries effects out: at least once each, in order, and marks them as done. Failures are logged and stay pending.</summary>
internal sealed partial class OutboxDispatcher(ISessionStore store, ITicketSink tickets, ILogger logger)
{
    /// <summary>Carries out all there is, a batch at a time; those that fail stay pending and do not hold up those behind them.</summary>
    public async Task<int> DispatchAsync(string? sessionId, int batch, CancellationToken cancellationToken)
    {
        int done = 0;
        try
        {
            IReadOnlyList<OutboxItem> items;
            long after = 0;
            do
            {
                items = await store.ReadOutboxAsync(sessionId, after, batch, cancellationToken).ConfigureAwait(false);
                foreach (OutboxItem item in items)
                {
                    after = item.Sequence;
                    if (await TryDispatchAsync(item, cancellationToken).ConfigureAwait(false))
                    {
                        done++;
                    }
                }
            }
            while (items.Count == batch);
        }
#pragma warning disable CA1031 // The turn is committed; a store that fails now must not make it look as if it were not.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogOutboxUnreadable(logger, exception);
        }

        return done;
    }

    private async Task<bool> TryDispatchAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            await tickets.FileAsync(TicketJson.Read(item.Payload.Span), cancellationToken).ConfigureAwait(false);
            await store.CompleteOutboxAsync(item.EffectId, cancellationToken).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // A sink may throw anything, a time-out of its own included; the ticket stays pending and comes again.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogEffectFailed(logger, item.EffectId, exception);
            return false;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The effect {EffectId} failed and stays pending.")]
    private static partial void LogEffectFailed(ILogger logger, string effectId, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The outbox could not be read; its effects stay pending.")]
    private static partial void LogOutboxUnreadable(ILogger logger, Exception exception);
}
