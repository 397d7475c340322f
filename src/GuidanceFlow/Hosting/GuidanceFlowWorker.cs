using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Hosting;

/// <summary>
/// Fires timers that are due and carries out what is pending, again and again while the application runs; what takes long does not hold up what is due meanwhile. Registered by <see cref="GuidanceFlowBuilder.RunInBackground"/>; several
/// hosts over one store may each have one.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="interval">How often it looks.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says that a store failed.</param>
internal sealed partial class GuidanceFlowWorker(GuidanceHost host, WorkerInterval interval, TimeProvider time, ILogger<GuidanceFlowWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval.Value, time);
        var underWay = new List<Task>();
        do
        {
            underWay.RemoveAll(task => task.IsCompleted);
            await LogFailureAsync(host.FireTimersAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
            if (underWay.Count < host.MostAtOnce)
            {
                // A slow action holds up neither timers nor what is pending meanwhile.
                underWay.Add(LogFailureAsync(host.DispatchPendingAsync(stoppingToken), stoppingToken));
            }
        }
        while (await WaitAsync(timer, stoppingToken).ConfigureAwait(false));

        await Task.WhenAll(underWay).ConfigureAwait(false);
    }

    private async Task LogFailureAsync(Task<int> work, CancellationToken stoppingToken)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends.
        }
#pragma warning disable CA1031 // A store that fails now may work the next time; stopping here would stop the application.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception);
        }
    }

    private static async ValueTask<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "Timers could not be looked at; they are the next time.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

/// <summary>How often the background service looks.</summary>
internal sealed record WorkerInterval(TimeSpan Value);
