namespace GuidanceFlow.Compilation.Decisions;

/// <summary>Finds the first of some rows by the columns that hold ranges.</summary>
internal abstract class LineIndex
{
    /// <summary>The first row that takes the classes; <paramref name="best"/> when none does that comes before it.</summary>
    public abstract int Find(ReadOnlySpan<int> classes, int best);

    /// <summary>Makes the index of some rows.</summary>
    /// <param name="lines">The columns with ranges, and how many classes each has; the one with the most last.</param>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="cellOf">The cell of a row in a column.</param>
    /// <param name="room">How much may be kept.</param>
    public static LineIndex Build(ReadOnlySpan<(int Column, int Classes)> lines, List<int> rows, Func<int, int, DecisionCell> cellOf, IndexRoom room)
    {
        var spans = new List<(ClassSpan Span, int Row)>(rows.Count);
        foreach (int row in rows)
        {
            foreach (ClassSpan span in cellOf(row, lines[0].Column).Spans ?? [new ClassSpan(0, int.MaxValue - 1)])
            {
                spans.Add((span, row));
            }
        }

        int[] starts = StartsOf(spans);
        return lines.Length == 1
            ? FlatLineIndex.Build(lines[0].Column, lines[0].Classes, starts, spans, room)
            : TreeLineIndex.Build(lines, starts, spans, cellOf, room);
    }

    /// <summary>The stretch that a class lies in.</summary>
    protected static int StretchOf(int[] starts, int @class) => Stretches.Find<int>(starts, @class);

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
