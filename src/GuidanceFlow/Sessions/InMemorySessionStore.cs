namespace GuidanceFlow.Sessions;

/// <summary>Keeps sessions in memory, until the process ends. For tests, samples and single-process tools.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemorySessionStore : ISessionStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutboxItem> _outbox = new(StringComparer.Ordinal);
    private readonly List<string> _outboxOrder = [];

    /// <inheritdoc/>
    public ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_sessions.GetValueOrDefault(sessionId)?.Session);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(
                _sessions.TryGetValue(sessionId, out Entry? entry) && entry.Replies.TryGetValue(inputId, out ReadOnlyMemory<byte> reply) ? reply : (ReadOnlyMemory<byte>?)null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Entry? entry = _sessions.GetValueOrDefault(commit.Session.SessionId);
            if (commit.InputId is not null && entry?.Replies.ContainsKey(commit.InputId) == true)
            {
                return ValueTask.FromResult(CommitResult.DuplicateInput);
            }

            if ((entry?.Session.Turn ?? 0) != commit.ExpectedTurn)
            {
                return ValueTask.FromResult(CommitResult.Conflict);
            }

            if (entry is null)
            {
                entry = new Entry(commit.Session);
                _sessions.Add(commit.Session.SessionId, entry);
            }

            entry.Session = commit.Session;
            entry.Timers = commit.Timers;
            entry.Journal.AddRange(commit.Journal);
            if (commit.InputId is not null)
            {
                entry.Replies.Add(commit.InputId, commit.Reply);
            }

            foreach (OutboxItem item in commit.Outbox)
            {
                if (_outbox.TryAdd(item.EffectId, item))
                {
                    _outboxOrder.Add(item.EffectId);
                }
            }

            return ValueTask.FromResult(CommitResult.Committed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IReadOnlyList<OutboxItem> items = [.. _outboxOrder.Select(id => _outbox[id]).Where(item => sessionId is null || item.SessionId == sessionId).Take(limit)];
            return ValueTask.FromResult(items);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_outbox.Remove(effectId))
            {
                _outboxOrder.Remove(effectId);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IReadOnlyList<JournalEntry> journal = _sessions.TryGetValue(sessionId, out Entry? entry) ? [.. entry.Journal] : [];
            return ValueTask.FromResult(journal);
        }
    }

    private sealed class Entry(StoredSession session)
    {
        public StoredSession Session { get; set; } = session;

        public List<JournalEntry> Journal { get; } = [];

        public Dictionary<string, ReadOnlyMemory<byte>> Replies { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<StoredTimer> Timers { get; set; } = [];
    }
}
