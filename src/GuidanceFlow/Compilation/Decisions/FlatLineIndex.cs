namespace GuidanceFlow.Compilation.Decisions;

/// <summary>One line cut into stretches, each with the first row that takes it: a binary search, and as many stretches as rows have ends.</summary>
internal sealed class FlatLineIndex : LineIndex
{
    private readonly int _column;
    private readonly int[] _starts;
    private readonly int[] _rows;

    private FlatLineIndex(int column, int[] starts, int[] rows)
    {
        _column = column;
        _starts = starts;
        _rows = rows;
    }

    public override int Find(ReadOnlySpan<int> classes, int best) => Math.Min(best, _rows[StretchOf(_starts, classes[_column])]);

    public static FlatLineIndex Build(int column, int[] starts, List<(ClassSpan Span, int Row)> spans, IndexRoom room)
    {
        room.Take(starts.Length);
        return new FlatLineIndex(column, starts, Paint(starts, spans));
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
