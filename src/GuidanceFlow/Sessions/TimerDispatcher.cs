using System.Collections.Concurrent;
using GuidanceFlow.Engine;
using GuidanceFlow.Telemetry;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Sessions;

/// <summary>
/// Fires timers that are due, the earliest first. Of several hosts over one store one makes the turn; the others find the timer gone. A timer whose turn fails is logged and tried
/// again, ever more seldom.
/// </summary>
/// <param name="store">Where timers are.</param>
/// <param name="step">Takes a session further.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are logged.</param>
internal sealed partial class TimerDispatcher(ISessionStore store, Func<string, SessionInput, CancellationToken, Task<TurnReply>> step, TimeProvider time, ILogger logger)
{
    private const int Batch = 100;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Session, string Timer, int Visit), (DateTimeOffset Next, TimeSpan Pause)> _failed = new();

    /// <summary>Fires all there are; gives how many fired.</summary>
    public async Task<int> FireAsync(CancellationToken cancellationToken)
    {
        int fired = 0;
        DueTimer? after = null;
        IReadOnlyList<DueTimer> due;
        do
        {
            due = await store.ReadDueTimersAsync(time.GetUtcNow(), after, Batch, cancellationToken).ConfigureAwait(false);
            foreach (DueTimer timer in due)
            {
                after = timer;
                fired += await TryFireAsync(timer, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
        }
        while (due.Count == Batch);
        return fired;
    }

    private async Task<bool> TryFireAsync(DueTimer due, CancellationToken cancellationToken)
    {
        (string SessionId, string Id, int Visit) key = (due.SessionId, due.Timer.Id, due.Timer.Visit);
        if (_failed.TryGetValue(key, out (DateTimeOffset Next, TimeSpan Pause) failed))
        {
            // More than the pause is left only where the clock was set back since.
            TimeSpan left = failed.Next - time.GetUtcNow();
            if (left > TimeSpan.Zero && left <= failed.Pause)
            {
                return false;
            }
        }

        TimeSpan late = time.GetUtcNow() - due.Timer.Due;
        try
        {
            TurnReply reply = await step(due.SessionId, new TimerInput(due.Timer.Id, due.Timer.Visit), cancellationToken).ConfigureAwait(false);
            if (reply.Result != TurnResult.Refused)
            {
                HostMeters.TimerFired(due.Timer.Id, late);
                _failed.TryRemove(key, out _);
                return true;
            }

            if (reply.Reason is TurnReason.Late or TurnReason.Early or TurnReason.Ended or TurnReason.Busy)
            {
                // Another host was faster, or the session went on meanwhile.
                _failed.TryRemove(key, out _);
                return false;
            }

            LogTimerRefused(logger, due.Timer.Id, due.SessionId, reply.Reason);
        }
#pragma warning disable CA1031 // One session that cannot be loaded must not keep the others' timers from firing.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogTimerFailed(logger, due.Timer.Id, due.SessionId, exception);
        }

        TimeSpan pause = failed.Pause == TimeSpan.Zero ? FirstPause : failed.Pause * 2;
        pause = pause > LongestPause ? LongestPause : pause;
        _failed[key] = (time.GetUtcNow() + pause, pause);
        return false;
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "The timer {Timer} of the session {Session} was refused ({Reason}) and is tried again later.")]
    private static partial void LogTimerRefused(ILogger logger, string timer, string session, string? reason);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "The timer {Timer} of the session {Session} failed and is tried again later.")]
    private static partial void LogTimerFailed(ILogger logger, string timer, string session, Exception exception);
}
