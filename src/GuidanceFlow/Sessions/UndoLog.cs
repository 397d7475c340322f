namespace GuidanceFlow.Sessions;

/// <summary>
/// How to take back the latest answers. Most answers are plain: the question had none before, its datum had its default, and nothing else
/// changed. Those are only counted, as the list of answers says the rest; any other one has a delta. Immutable.
/// </summary>
/// <param name="Plain">How many plain answers were given since the latest delta.</param>
/// <param name="Deltas">The answers that were not plain, oldest first.</param>
/// <param name="End">Why there is nothing older.</param>
internal readonly record struct UndoLog(int Plain, UndoDelta[] Deltas, UndoEnd End)
{
    public static UndoLog Empty { get; } = new(0, [], UndoEnd.Start);

    /// <summary>How many answers can be taken back.</summary>
    public int Count
    {
        get
        {
            int count = Plain + Deltas.Length;
            foreach (UndoDelta delta in Deltas)
            {
                count += delta.Plain;
            }

            return count;
        }
    }

    /// <summary>The log with a plain answer more.</summary>
    public UndoLog Push(int bound) => (this with { Plain = Plain + 1 }).Within(bound);

    /// <summary>The log with another answer more.</summary>
    public UndoLog Push(UndoDelta delta, int bound) => (this with { Plain = 0, Deltas = [.. Deltas, delta with { Plain = Plain }] }).Within(bound);

    /// <summary>The log without its latest answer.</summary>
    public UndoLog Pop() => Plain > 0 ? this with { Plain = Plain - 1 } : this with { Plain = Deltas[^1].Plain, Deltas = Deltas[..^1] };

    private UndoLog Within(int bound)
    {
        if (Count <= bound)
        {
            return this;
        }

        return Deltas switch
        {
            [] => this with { Plain = bound, End = UndoEnd.Bound },
            [{ Plain: > 0 } oldest, .. var others] => this with { Deltas = [oldest with { Plain = oldest.Plain - 1 }, .. others], End = UndoEnd.Bound },
            [_, .. var others] => this with { Deltas = others, End = UndoEnd.Bound },
        };
    }
}
