namespace GuidanceFlow.Actions;

/// <summary>Waits for what others do no longer than it may take.</summary>
internal static class TimeLimit
{
    /// <summary>Runs something; its token is cancelled when its time is over, and whatever becomes of it then reaches nobody.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="run">What is run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">Its time is over.</exception>
    public static async Task<T> RunAsync<T>(TimeSpan limit, TimeProvider time, Func<CancellationToken, ValueTask<T>> run, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            // One clock alone says when the time is over: of two, either may be first.
            return await run(either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It took longer than {limit}.", exception);
        }
    }

    /// <summary>Runs something that gives nothing back.</summary>
    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(TimeSpan limit, TimeProvider time, Func<CancellationToken, ValueTask> run, CancellationToken cancellationToken) => RunAsync(
        limit,
        time,
        async token =>
        {
            await run(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);
}
