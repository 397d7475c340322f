namespace GuidanceFlow.Outbox;

/// <summary>The outbox of a store in memory. Not thread-safe.</summary>
internal sealed class InMemoryOutbox
{
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OutboxItem> _items = [];
    private readonly SortedSet<long> _dead = [];
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Lane _all = new();
    private long _latest;

    /// <summary>Adds an effect; one that was there before is not added again.</summary>
    public void Add(OutboxItem item)
    {
        if (!_sequences.TryAdd(item.EffectId, _latest + 1))
        {
            return;
        }

        _latest++;
        _items.Add(_latest, item with { Sequence = _latest });
        Wait(item with { Sequence = _latest }, item.NotBefore ?? DateTimeOffset.MinValue);
    }

    public OutboxItem? Claim(OutboxClaim claim)
    {
        Lane? lane = claim.SessionId is null ? _all : _lanes.GetValueOrDefault(claim.SessionId);
        if (lane is null)
        {
            return null;
        }

        lane.Ripen(claim.Now);
        foreach (long sequence in lane.Ready)
        {
            OutboxItem item = _items[sequence];

            if (item.Lane is { } ordered && _lanes[item.SessionId].InOrder[ordered].Min != sequence)
            {
                continue;
            }

            item = item with { Claims = item.Claims + 1, NotBefore = claim.Until };
            _items[sequence] = item;
            Wait(item, claim.Until);
            return item;
        }

        return null;
    }

    public void Complete(string effectId)
    {
        if (Find(effectId) is { } item)
        {
            Remove(item);
            _items.Remove(item.Sequence);
        }
    }

    public void Postpone(string effectId, DateTimeOffset until, string error)
    {
        if (Find(effectId) is { } item)
        {
            _items[item.Sequence] = item with { NotBefore = until, Error = error };
            Wait(item, until);
        }
    }

    public void Bury(string effectId, string error)
    {
        if (Find(effectId) is { } item)
        {
            Remove(item);
            _items[item.Sequence] = item with { Error = error };
            _dead.Add(item.Sequence);
        }
    }

    public void Revive(string effectId)
    {
        if (_sequences.TryGetValue(effectId, out long sequence) && _dead.Remove(sequence))
        {
            OutboxItem item = _items[sequence] with { Claims = 0, NotBefore = null };
            _items[sequence] = item;
            Wait(item, DateTimeOffset.MinValue);
        }
    }

    public IReadOnlyList<OutboxItem> Read(string? sessionId, bool isDead, long after, int limit) =>
        [.. _items.Values.Where(item => item.Sequence > after && (sessionId is null || item.SessionId == sessionId) && _dead.Contains(item.Sequence) == isDead).OrderBy(item => item.Sequence).Take(limit)];

    /// <summary>An effect that is pending; null for none.</summary>
    private OutboxItem? Find(string effectId) =>
        _sequences.TryGetValue(effectId, out long sequence) && _items.TryGetValue(sequence, out OutboxItem? item) && !_dead.Contains(sequence) ? item : null;

    private void Wait(OutboxItem item, DateTimeOffset until)
    {
        if (!_lanes.TryGetValue(item.SessionId, out Lane? own))
        {
            own = new Lane();
            _lanes.Add(item.SessionId, own);
        }

        if (item.Lane is { } ordered)
        {
            if (!own.InOrder.TryGetValue(ordered, out SortedSet<long>? sequences))
            {
                own.InOrder.Add(ordered, sequences = []);
            }

            sequences.Add(item.Sequence);
        }

        own.Wait(item.Sequence, until);
        _all.Wait(item.Sequence, until);
    }

    private void Remove(OutboxItem item)
    {
        Lane own = _lanes[item.SessionId];
        own.Remove(item.Sequence);
        _all.Remove(item.Sequence);
        if (own.IsEmpty)
        {
            _lanes.Remove(item.SessionId);
        }
    }

    /// <summary>Effects in their order: those that may be claimed, and those that may later.</summary>
    private sealed class Lane
    {
        private readonly SortedSet<(DateTimeOffset Until, long Sequence)> _waiting = [];
        private readonly Dictionary<long, DateTimeOffset> _until = [];

        public SortedSet<long> Ready { get; } = [];

        /// <summary>Those that come one after the other, by <see cref="OutboxItem.Lane"/>.</summary>
        public Dictionary<string, SortedSet<long>> InOrder { get; } = new(StringComparer.Ordinal);

        public bool IsEmpty => Ready.Count == 0 && _until.Count == 0;

        public void Wait(long sequence, DateTimeOffset until)
        {
            Take(sequence);
            _waiting.Add((until, sequence));
            _until.Add(sequence, until);
        }

        public void Remove(long sequence)
        {
            Take(sequence);
            foreach (SortedSet<long> ordered in InOrder.Values)
            {
                ordered.Remove(sequence);
            }
        }

        public void Ripen(DateTimeOffset now)
        {
            while (_waiting.Count > 0 && _waiting.Min is var (until, sequence) && until <= now)
            {
                Take(sequence);
                Ready.Add(sequence);
            }
        }

        private void Take(long sequence)
        {
            Ready.Remove(sequence);
            if (_until.Remove(sequence, out DateTimeOffset until))
            {
                _waiting.Remove((until, sequence));
            }
        }
    }
}
