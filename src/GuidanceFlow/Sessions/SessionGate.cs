namespace GuidanceFlow.Sessions;

/// <summary>Lets one input at a time into a session. Thread-safe. What other processes do is for the store to tell apart.</summary>
internal sealed class SessionGate(RapidInputs policy)
{
    /// <summary>How many inputs may wait for one session.</summary>
    public const int MostWaiting = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _busy = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn, in order.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What lets the next one in when it is disposed of; null when the input is to be refused.</returns>
    public async ValueTask<IDisposable?> EnterAsync(string sessionId, CancellationToken cancellationToken)
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (!_busy.TryGetValue(sessionId, out Queue<TaskCompletionSource>? waiting))
            {
                _busy.Add(sessionId, []);
                return new Lease(this, sessionId);
            }

            if (policy == RapidInputs.Refuse || waiting.Count >= MostWaiting)
            {
                return null;
            }

            waiting.Enqueue(wait);
        }

        using (cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken)))
        {
            await wait.Task.ConfigureAwait(false);
        }

        return new Lease(this, sessionId);
    }

    private void Leave(string sessionId)
    {
        lock (_lock)
        {
            Queue<TaskCompletionSource> waiting = _busy[sessionId];
            while (waiting.TryDequeue(out TaskCompletionSource? next))
            {
                // One that was cancelled is passed over.
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _busy.Remove(sessionId);
        }
    }

    private sealed class Lease(SessionGate gate, string sessionId) : IDisposable
    {
        public void Dispose() => gate.Leave(sessionId);
    }
}
