namespace GuidanceFlow.Sessions;

/// <summary>Keeps sessions in memory, until the process ends. For tests, samples and single-process tools.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemorySessionStore : ISessionStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OutboxItem> _outbox = [];
    private readonly SortedSet<long> _pending = [];
    private readonly SortedSet<DueTimer> _timers = new(Comparer<DueTimer>.Create(Compare));
    private long _latestSequence;

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
            _timers.ExceptWith(entry.Timers);
            entry.Timers = [.. commit.Timers.Select(timer => new DueTimer(commit.Session.SessionId, timer))];
            _timers.UnionWith(entry.Timers);
            entry.Journal.AddRange(commit.Journal);
            if (commit.InputId is not null)
            {
                entry.Replies.Add(commit.InputId, commit.Reply);
            }

            foreach (OutboxItem item in commit.Outbox)
            {
                if (_sequences.TryAdd(item.EffectId, _latestSequence + 1))
                {
                    _latestSequence++;
                    _outbox.Add(_latestSequence, item with { Sequence = _latestSequence });
                    _pending.Add(_latestSequence);
                    entry.Pending.Add(_latestSequence);
                }
            }

            return ValueTask.FromResult(CommitResult.Committed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            SortedSet<long>? pending = sessionId is null ? _pending : _sessions.GetValueOrDefault(sessionId)?.Pending;
            IReadOnlyList<OutboxItem> items = pending is null || after >= _latestSequence
                ? []
                : [.. pending.GetViewBetween(after + 1, long.MaxValue).Take(limit).Select(sequence => _outbox[sequence])];
            return ValueTask.FromResult(items);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_sequences.TryGetValue(effectId, out long sequence) && _outbox.Remove(sequence, out OutboxItem? item))
            {
                _pending.Remove(sequence);
                _sessions[item.SessionId].Pending.Remove(sequence);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IReadOnlyList<DueTimer> due = [.. _timers.SkipWhile(timer => after is not null && Compare(timer, after) <= 0).TakeWhile(timer => timer.Timer.Due <= now).Take(limit)];
            return ValueTask.FromResult(due);
        }
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

    private static int Compare(DueTimer left, DueTimer right)
    {
        int order = left.Timer.Due.CompareTo(right.Timer.Due);
        order = order != 0 ? order : string.CompareOrdinal(left.SessionId, right.SessionId);
        return order != 0 ? order : string.CompareOrdinal(left.Timer.Id, right.Timer.Id);
    }

    private sealed class Entry(StoredSession session)
    {
        public StoredSession Session { get; set; } = session;

        public List<JournalEntry> Journal { get; } = [];

        public SortedSet<long> Pending { get; } = [];

        public Dictionary<string, ReadOnlyMemory<byte>> Replies { get; } = new(StringComparer.Ordinal);

        public DueTimer[] Timers { get; set; } = [];
    }
}
