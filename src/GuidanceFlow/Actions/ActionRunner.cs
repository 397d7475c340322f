using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Actions;

/// <summary>Runs actions within their time, and makes of whatever becomes of them a result.</summary>
internal sealed partial class ActionRunner(GuidanceActions actions, TimeProvider time, ILogger logger)
{
    /// <summary>Runs an action.</summary>
    /// <param name="call">What is to be done.</param>
    /// <param name="wasBegun">Whether somebody began it before and vanished.</param>
    /// <param name="cancellationToken">Ends the wait; the action is to be done again then.</param>
    public async Task<ActionResult> RunAsync(ActionCall call, bool wasBegun, CancellationToken cancellationToken)
    {
        if (wasBegun && !call.Repeatable)
        {
            LogInterrupted(logger, call);
            return ActionResult.Failed(ActionErrors.Interrupted, "It was begun, and nobody knows what became of it.");
        }

        if (actions.Find(call.Action) is not { } action)
        {
            throw new InvalidOperationException($"There is no action '{call.Action}' here. Add it to the host's actions.");
        }

        try
        {
            return await TimeLimit.RunAsync(call.Timeout, time, token => action.RunAsync(call, token), cancellationToken).ConfigureAwait(false);
        }
        catch (ActionException exception)
        {
            return ActionResult.Failed(string.IsNullOrEmpty(exception.Error) ? ActionErrors.Failed : exception.Error, exception.Message);
        }
        catch (TimeoutException)
        {
            LogTimedOut(logger, call, call.Timeout);
            return ActionResult.Failed(ActionErrors.Timeout);
        }
#pragma warning disable CA1031 // Whatever it throws, the session goes on.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // What it says may be anything, and is for the log alone.
            LogFailed(logger, call, exception);
            return ActionResult.Failed(ActionErrors.Failed);
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "The action {Call} failed.")]
    private static partial void LogFailed(ILogger logger, ActionCall call, Exception exception);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "The action {Call} took longer than {Limit}.")]
    private static partial void LogTimedOut(ILogger logger, ActionCall call, TimeSpan limit);

    [LoggerMessage(EventId = 22, Level = LogLevel.Error, Message = "The action {Call} was begun before and is not repeatable; nobody knows what became of it.")]
    private static partial void LogInterrupted(ILogger logger, ActionCall call);
}
