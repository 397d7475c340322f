namespace GuidanceFlow.Sessions;

/// <summary>
/// How to take back the latest answers. Most answers are plain: the question had none before, its datum had what the answers before say (that of
/// the latest one saved into it, or its default), and nothing else changed. Those are only counted, as the list of answers says the rest; any other one has an entry. Immutable.
/// </summary>
/// <param name="Plain">How many plain answers were given since the latest entry.</param>
/// <param name="Latest">The latest answer that was not plain, with those before it; null for none.</param>
/// <param name="Floor">How many of the oldest answers are beyond the bound: they are dropped many at a time.</param>
/// <param name="End">Why there is nothing older.</param>
internal readonly record struct UndoLog(int Plain, UndoEntry? Latest, int Floor, UndoEnd End)
{
    public static UndoLog Empty { get; } = new(0, null, 0, UndoEnd.Start);

    /// <summary>How many answers can be taken back.</summary>
    public int Count => Plain + (Latest?.Count ?? 0) - Floor;

    /// <summary>The log with a plain answer more.</summary>
    public UndoLog Push(int bound) => (this with { Plain = Plain + 1 }).Within(bound);

    /// <summary>The log with an entry more, which was made behind <see cref="Latest"/> and the plain answers.</summary>
    public UndoLog Push(UndoEntry entry, int bound) => (this with { Plain = 0, Latest = entry }).Within(bound);

    /// <summary>The log without its latest answer; stored entries must have been read.</summary>
    public UndoLog Pop() => Plain > 0 ? this with { Plain = Plain - 1 } : this with { Plain = Latest!.Plain, Latest = Latest.Older };

    private UndoLog Within(int bound)
    {
        int beyond = Count - bound;
        if (beyond <= 0)
        {
            return this;
        }

        UndoLog log = this with { Floor = Floor + beyond, End = UndoEnd.Bound };
        return log.Floor < bound ? log : log.WithoutFloor();
    }

    /// <summary>The log without the answers beyond the bound.</summary>
    private UndoLog WithoutFloor()
    {
        int left = Count;
        var kept = new List<UndoEntry>();
        UndoLog rest = this;
        StoredUndo? stored = null;
        while (left > rest.Plain && rest.Latest is not null)
        {
            left -= rest.Plain;
            if (rest.Latest is StoredUndo oldest)
            {
                stored = oldest.Take(left);
                break;
            }

            left--;
            kept.Add(rest.Latest);
            rest = new UndoLog(rest.Latest.Plain, rest.Latest.Older, 0, End);
        }

        // What is left now are plain answers before the oldest entry.
        UndoEntry? latest = stored;
        for (int i = kept.Count - 1; i >= 0; i--)
        {
            latest = kept[i].Behind(latest, latest is null ? left : kept[i].Plain);
        }

        return latest is null ? this with { Plain = left, Latest = null, Floor = 0 } : this with { Latest = latest, Floor = 0 };
    }
}
