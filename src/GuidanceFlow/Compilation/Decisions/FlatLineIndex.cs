namespace GuidanceFlow.Compilation.Decisions;

/// <summary>
/// One line cut into stretches, each with the first row that takes it: as many stretches as rows have ends, and a binary search. Where the
/// stretches are nearly the classes of the column, each class has its row instead.
/// </summary>
internal sealed class FlatLineIndex : LineIndex
{
    // A table of all classes may have so many times the entries that stretches need.
    private const int MostWidening = 4;

    private readonly int _column;
    private readonly int[]? _starts;
    private readonly int[] _rows;

    private FlatLineIndex(int column, int[]? starts, int[] rows)
    {
        _column = column;
        _starts = starts;
        _rows = rows;
    }

    public override int Find(ReadOnlySpan<int> classes, int best) =>
        Math.Min(best, _rows[_starts is null ? classes[_column] : StretchOf(_starts, classes[_column])]);

    /// <param name="column">The column.</param>
    /// <param name="classes">How many classes it has.</param>
    /// <param name="starts">Where stretches begin.</param>
    /// <param name="spans">What the rows take, in their order.</param>
    /// <param name="room">How much may be kept.</param>
    public static FlatLineIndex Build(int column, int classes, int[] starts, List<(ClassSpan Span, int Row)> spans, IndexRoom room)
    {
        int[] rows = Paint(starts, spans);
        if (classes > MostWidening * starts.Length)
        {
            room.Take(2 * starts.Length);
            return new FlatLineIndex(column, starts, rows);
        }

        room.Take(classes);
        int[] wide = new int[classes];
        for (int @class = 0, stretch = 0; @class < classes; @class++)
        {
            stretch += stretch + 1 < starts.Length && starts[stretch + 1] <= @class ? 1 : 0;
            wide[@class] = rows[stretch];
        }

        return new FlatLineIndex(column, starts: null, wide);
    }

    /// <summary>Gives every stretch to the first row that takes it: each row paints what is left blank, and leaps over what is not.</summary>
    private static int[] Paint(int[] starts, List<(ClassSpan Span, int Row)> spans)
    {
        int[] rows = new int[starts.Length];
        Array.Fill(rows, int.MaxValue);
        int[] blank = new int[starts.Length + 1];
        for (int i = 0; i < blank.Length; i++)
        {
            blank[i] = i;
        }

        foreach ((ClassSpan span, int row) in spans)
        {
            int end = Array.BinarySearch(starts, span.Last + 1);
            for (int at = NextBlank(blank, Array.BinarySearch(starts, span.First)); at < end; at = NextBlank(blank, at))
            {
                rows[at] = row;
                blank[at] = at + 1;
            }
        }

        return rows;
    }

    // Halves the way for those who come after (path halving, Tarjan and van Leeuwen 1984).
    private static int NextBlank(int[] blank, int at)
    {
        while (blank[at] != at)
        {
            blank[at] = blank[blank[at]];
            at = blank[at];
        }

        return at;
    }
}
