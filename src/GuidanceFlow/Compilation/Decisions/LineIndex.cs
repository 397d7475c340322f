namespace GuidanceFlow.Compilation.Decisions;

/// <summary>Finds the first of some rows by the columns that hold ranges.</summary>
internal abstract class LineIndex
{
    /// <summary>The first row that takes the classes; <paramref name="best"/> when none does that comes before it.</summary>
    public abstract int Find(ReadOnlySpan<int> classes, int best);

    /// <summary>Makes the index of some rows.</summary>
    /// <param name="columns">The columns with ranges; the one with the most classes last.</param>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="cellOf">The cell of a row in a column.</param>
    /// <param name="room">How much may be kept.</param>
    public static LineIndex Build(ReadOnlySpan<int> columns, List<int> rows, Func<int, int, DecisionCell> cellOf, IndexRoom room)
    {
        var spans = new List<(ClassSpan Span, int Row)>(rows.Count);
        foreach (int row in rows)
        {
            foreach (ClassSpan span in cellOf(row, columns[0]).Spans ?? [new ClassSpan(0, int.MaxValue - 1)])
            {
                spans.Add((span, row));
            }
        }

        int[] starts = StartsOf(spans);
        return columns.Length == 1
            ? FlatLineIndex.Build(columns[0], starts, spans, room)
            : TreeLineIndex.Build(columns, starts, spans, cellOf, room);
    }

    /// <summary>The stretch that a class lies in.</summary>
    protected static int StretchOf(int[] starts, int @class)
    {
        int index = Array.BinarySearch(starts, @class);
        return index >= 0 ? index : ~index - 1;
    }

    private static int[] StartsOf(List<(ClassSpan Span, int Row)> spans)
    {
        var starts = new List<int>((2 * spans.Count) + 1) { 0 };
        foreach ((ClassSpan span, _) in spans)
        {
            starts.Add(span.First);
            starts.Add(span.Last + 1);
        }

        starts.Sort();
        return [.. starts.Distinct()];
    }
}
