using GuidanceFlow.Outbox;

namespace GuidanceFlow.Sessions;

/// <summary>Keeps sessions in memory, until the process ends. For tests, samples and single-process tools.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemorySessionStore : ISessionStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _sessions = new(StringComparer.Ordinal);
    private readonly InMemoryOutbox _outbox = new();
    private readonly SortedSet<DueTimer> _timers = new(Comparer<DueTimer>.Create(Compare));

    /// <inheritdoc/>
    public ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) =>
        Locked(() => _sessions.GetValueOrDefault(sessionId)?.Session, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken) =>
        Locked(() => _sessions.TryGetValue(sessionId, out Entry? entry) && entry.Replies.TryGetValue(inputId, out ReadOnlyMemory<byte> reply) ? reply : (ReadOnlyMemory<byte>?)null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Locked(() => Commit(commit), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<OutboxItem?> ClaimOutboxAsync(OutboxClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Locked(() => _outbox.Claim(claim), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken) => Locked(() => _outbox.Complete(effectId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask PostponeOutboxAsync(string effectId, DateTimeOffset until, string error, CancellationToken cancellationToken) =>
        Locked(() => _outbox.Postpone(effectId, until, error), cancellationToken);

    /// <inheritdoc/>
    public ValueTask BuryOutboxAsync(string effectId, string error, CancellationToken cancellationToken) => Locked(() => _outbox.Bury(effectId, error), cancellationToken);

    /// <inheritdoc/>
    public ValueTask ReviveOutboxAsync(string effectId, CancellationToken cancellationToken) => Locked(() => _outbox.Revive(effectId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, bool isDead, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return Locked(() => _outbox.Read(sessionId, isDead, after, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return Locked<IReadOnlyList<DueTimer>>(
            () => [.. _timers.SkipWhile(timer => after is not null && Compare(timer, after) <= 0).TakeWhile(timer => timer.Timer.Due <= now).Take(limit)],
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<JournalEntry>>(() => _sessions.TryGetValue(sessionId, out Entry? entry) ? [.. entry.Journal] : [], cancellationToken);

    private CommitResult Commit(SessionCommit commit)
    {
        Entry? entry = _sessions.GetValueOrDefault(commit.Session.SessionId);
        if (commit.InputId is not null && entry?.Replies.ContainsKey(commit.InputId) == true)
        {
            return CommitResult.DuplicateInput;
        }

        if ((entry?.Session.Turn ?? 0) != commit.ExpectedTurn)
        {
            return CommitResult.Conflict;
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
            _outbox.Add(item);
        }

        return CommitResult.Committed;
    }

    private ValueTask<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(work());
        }
    }

    private ValueTask Locked(Action work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            work();
        }

        return ValueTask.CompletedTask;
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

        public Dictionary<string, ReadOnlyMemory<byte>> Replies { get; } = new(StringComparer.Ordinal);

        public DueTimer[] Timers { get; set; } = [];
    }
}
