namespace GuidanceFlow.Compilation.Decisions;

/// <summary>
/// A line as a segment tree (de Berg, Cheong, van Kreveld, Overmars: Computational Geometry, section 10.3): a row stands at no more than two
/// nodes a level, and all that take a place stand on the way from its leaf to the root. Every node has the index of the other lines.
/// </summary>
internal sealed class TreeLineIndex : LineIndex
{
    private readonly int _column;
    private readonly int[] _starts;
    private readonly LineIndex?[] _nodes;

    private TreeLineIndex(int column, int[] starts, LineIndex?[] nodes)
    {
        _column = column;
        _starts = starts;
        _nodes = nodes;
    }

    public override int Find(ReadOnlySpan<int> classes, int best)
    {
        for (int node = _starts.Length + StretchOf(_starts, classes[_column]); node > 0; node >>= 1)
        {
            best = _nodes[node]?.Find(classes, best) ?? best;
        }

        return best;
    }

    public static TreeLineIndex Build(ReadOnlySpan<(int Column, int Classes)> lines, int[] starts, List<(ClassSpan Span, int Row)> spans, Func<int, int, DecisionCell> cellOf, IndexRoom room)
    {
        var rows = new List<int>?[2 * starts.Length];
        room.Take(rows.Length);
        foreach ((ClassSpan span, int row) in spans)
        {
            int left = starts.Length + Array.BinarySearch(starts, span.First);
            int right = starts.Length + Array.BinarySearch(starts, span.Last + 1);
            for (; left < right; left >>= 1, right >>= 1)
            {
                if ((left & 1) != 0)
                {
                    (rows[left++] ??= []).Add(row);
                }

                if ((right & 1) != 0)
                {
                    (rows[--right] ??= []).Add(row);
                }
            }
        }

        var nodes = new LineIndex?[rows.Length];
        for (int node = 0; node < nodes.Length && !room.IsFull; node++)
        {
            nodes[node] = rows[node] is { } some ? Build(lines[1..], some, cellOf, room) : null;
        }

        return new TreeLineIndex(lines[0].Column, starts, nodes);
    }
}
