namespace GuidanceFlow.Compilation.Decisions;

/// <summary>
/// Finds the first row that applies, however many rows there are. Rows that leave the same inputs open are a group with one hash table
/// over the inputs they do not (tuple space search: Srinivasan, Suri, Varghese: Packet classification using tuple space search, SIGCOMM 1999);
/// columns with ranges are for the <see cref="LineIndex"/> behind it. A look-up is one hash a group, at most; one binary search for a line,
/// and for a further line as many as it is deep. Immutable.
/// </summary>
internal sealed class DecisionIndex
{
    // By their first rows, so that a row found early ends the search.
    private readonly Group[] _groups;

    private DecisionIndex(Group[] groups) => _groups = groups;

    /// <summary>The first row that takes the classes; −1 when none does.</summary>
    /// <param name="classes">The class of each input.</param>
    public int Find(ReadOnlySpan<int> classes)
    {
        int best = int.MaxValue;
        Span<int> key = stackalloc int[classes.Length];
        foreach (Group group in _groups)
        {
            if (group.First > best)
            {
                break;
            }

            best = group.Find(classes, key, best);
        }

        return best == int.MaxValue ? -1 : best;
    }

    /// <summary>Makes the index.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The cells of each row.</param>
    /// <returns>The index; null when it would be too large.</returns>
    public static DecisionIndex? Build(DecisionColumn[] columns, DecisionCell[][] rows)
    {
        (int Column, int Classes)[] lines = [.. Enumerable.Range(0, columns.Length).Where(column => columns[column].IsLine).Select(column => (column, columns[column].RestClass + 1)).OrderBy(line => line.Item2)];
        int[] others = [.. Enumerable.Range(0, columns.Length).Where(column => !columns[column].IsLine)];
        var room = new IndexRoom();
        var groups = new Dictionary<uint, GroupBuilder>();
        for (int row = 0; row < rows.Length && !room.IsFull; row++)
        {
            uint bound = 0;
            foreach (int column in others)
            {
                bound |= rows[row][column].IsAny ? 0 : 1u << column;
            }

            if (!groups.TryGetValue(bound, out GroupBuilder? group))
            {
                group = new GroupBuilder(row, [.. others.Where(column => (bound & (1u << column)) != 0)]);
                groups.Add(bound, group);
            }

            group.Add(rows[row], row, room);
        }

        var built = new List<Group>();
        foreach (GroupBuilder group in groups.Values)
        {
            built.Add(group.Build(lines, rows, room));
        }

        return room.IsFull ? null : new DecisionIndex([.. built.OrderBy(group => group.First)]);
    }

    /// <summary>The rows that leave the same inputs open.</summary>
    private sealed class Group
    {
        private readonly int[] _bound;
        private readonly LineIndex[]? _lines;
        private readonly Dictionary<int[], int>.AlternateLookup<ReadOnlySpan<int>> _found;

        public Group(int first, int[] bound, Dictionary<int[], int> found, LineIndex[]? lines)
        {
            First = first;
            _bound = bound;
            _lines = lines;
            _found = found.GetAlternateLookup<ReadOnlySpan<int>>();
        }

        public int First { get; }

        public int Find(ReadOnlySpan<int> classes, Span<int> key, int best)
        {
            key = key[.._bound.Length];
            for (int i = 0; i < key.Length; i++)
            {
                key[i] = classes[_bound[i]];
            }

            return !_found.TryGetValue(key, out int found) ? best
                : _lines is null ? Math.Min(best, found)
                : _lines[found].Find(classes, best);
        }
    }

    /// <summary>Collects the rows of a group by what they ask of the inputs they do not leave open.</summary>
    private sealed class GroupBuilder(int first, int[] bound)
    {
        private readonly Dictionary<int[], List<int>> _rows = new(ClassKeyComparer.Instance);

        /// <summary>Adds a row under each combination of the values its cells list.</summary>
        public void Add(DecisionCell[] cells, int row, IndexRoom room)
        {
            long combinations = 1;
            foreach (int column in bound)
            {
                combinations = Math.Min(IndexRoom.MostEntries + 1L, combinations * cells[column].Spans!.Sum(span => span.Last - span.First + 1L));
            }

            room.Take(combinations);
            if (!room.IsFull)
            {
                Add(cells, row, new int[bound.Length], at: 0);
            }
        }

        public Group Build((int Column, int Classes)[] lines, DecisionCell[][] rows, IndexRoom room)
        {
            var found = new Dictionary<int[], int>(_rows.Count, ClassKeyComparer.Instance);
            var indexes = new List<LineIndex>();
            foreach ((int[] key, List<int> some) in _rows)
            {
                if (room.IsFull)
                {
                    break;
                }

                found.Add(key, lines.Length == 0 ? some[0] : indexes.Count);
                if (lines.Length > 0)
                {
                    indexes.Add(LineIndex.Build(lines, some, (row, column) => rows[row][column], room));
                }
            }

            return new Group(first, bound, found, lines.Length == 0 ? null : [.. indexes]);
        }

        private void Add(DecisionCell[] cells, int row, int[] key, int at)
        {
            if (at == key.Length)
            {
                if (!_rows.TryGetValue(key, out List<int>? rows))
                {
                    rows = [];
                    _rows.Add([.. key], rows);
                }

                rows.Add(row);
                return;
            }

            foreach (ClassSpan span in cells[bound[at]].Spans!)
            {
                for (int @class = span.First; @class <= span.Last; @class++)
                {
                    key[at] = @class;
                    Add(cells, row, key, at + 1);
                }
            }
        }
    }
}
