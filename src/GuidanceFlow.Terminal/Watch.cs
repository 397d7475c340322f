namespace GuidanceFlow.Terminal;

/// <summary>Looks after a session while its customer is waited for: does what becomes due, and notices when something was said or the session has gone on.</summary>
internal sealed class Watch : IDisposable
{
    /// <summary>How often it looks.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _news = new();
    private readonly CancellationTokenSource _stop;
    private readonly Task _looking;

    /// <summary>Begins to look, at once for the first time.</summary>
    /// <param name="host">The host.</param>
    /// <param name="inbox">Where its messages arrive; null for nowhere.</param>
    /// <param name="time">The clock.</param>
    /// <param name="session">The session.</param>
    /// <param name="turn">The turn that the customer has seen.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Watch(GuidanceHost host, TerminalInbox? inbox, TimeProvider time, string session, int turn, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _looking = LookAsync(host, inbox, time, session, turn);
    }

    /// <summary>Whether there is something new.</summary>
    public bool HasNews => _news.IsCancellationRequested;

    /// <summary>Cancelled when there is something new.</summary>
    public CancellationToken News => _news.Token;

    /// <summary>Ends the looking; throws what went wrong in it.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await _looking.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Nobody waits any more.
        }
    }

    public void Dispose()
    {
        _news.Dispose();
        _stop.Dispose();
    }

    private async Task LookAsync(GuidanceHost host, TerminalInbox? inbox, TimeProvider time, string session, int turn)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                Task arrival = inbox?.Arrival ?? Task.Delay(Timeout.InfiniteTimeSpan, time, _stop.Token);
                await host.FireDueTimersAsync(_stop.Token).ConfigureAwait(false);
                if (inbox?.HasMessages(session) is true || (await host.WhereAsync(session, _stop.Token).ConfigureAwait(false) is { } where && where.Turn != turn))
                {
                    return;
                }

                await Task.WhenAny(arrival, Task.Delay(Interval, time, _stop.Token)).ConfigureAwait(false);
            }
        }
        finally
        {
            // What went wrong is to be seen, too.
            if (!_stop.IsCancellationRequested)
            {
                await _news.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
