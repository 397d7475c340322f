using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Hosting;

/// <summary>
/// Fires timers that are due and carries out what is pending, again and again while the application runs. Registered by <see cref="GuidanceFlowBuilder.RunInBackground"/>; several
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
        do
        {
            try
            {
                await host.FireDueTimersAsync(stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A store that fails now may work the next time; stopping here would stop the application.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(logger, exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (await WaitAsync(timer, stoppingToken).ConfigureAwait(false));
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
