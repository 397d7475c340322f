namespace GuidanceFlow.Sessions;

/// <summary>Lets one input at a time into a session. Thread-safe. What other processes do is for the store to tell apart.</summary>
internal sealed class SessionGate(RapidInputs policy)
{
    /// <summary>How many inputs may wait for one session.</summary>
    public const int MostWaiting = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _busy = new(StringComparer.Ordinal);
    private readonly AsyncLocal<Lease?> _held = new();

    /// <summary>Waits for its turn, in order.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What lets the next one in when it is disposed of; null when the input is to be refused. What a turn itself calls, such as an interpreter, does not wait for that turn.</returns>
    public async ValueTask<Lease?> EnterAsync(string sessionId, CancellationToken cancellationToken)
    {
        for (Lease? held = _held.Value; held is not null; held = held.Outer)
        {
            if (held.IsOf(sessionId))
            {
                return new Lease(gate: null, sessionId, outer: null);
            }
        }

        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (!_busy.TryGetValue(sessionId, out Queue<TaskCompletionSource>? waiting))
            {
                _busy.Add(sessionId, []);
                return new Lease(this, sessionId, _held.Value);
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

        return new Lease(this, sessionId, _held.Value);
    }

    /// <summary>Says that what the caller does from now on belongs to the turn.</summary>
    public void Hold(Lease lease) => _held.Value = lease;

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

    /// <summary>An input that was let in.</summary>
    public sealed class Lease(SessionGate? gate, string sessionId, Lease? outer) : IDisposable
    {
        private bool _isOver;

        public Lease? Outer => outer;

        public bool IsOf(string session) => !_isOver && string.Equals(sessionId, session, StringComparison.Ordinal);

        public void Dispose()
        {
            _isOver = true;
            gate?.Leave(sessionId);
        }
    }
}
