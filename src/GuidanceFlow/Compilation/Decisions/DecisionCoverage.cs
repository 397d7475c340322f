using System.Runtime.InteropServices;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation.Decisions;

/// <summary>
/// Which rows ever decide, and whether some row always does. The inputs are taken one by one; for each class of values that the rows still
/// possible tell apart, those are looked at that take it. A way ends where its first row leaves the rest open: that row decides; and where
/// no row is left: there is a gap. Whether rows cover everything is as hard as any problem of logic in general (it is that of tautology),
/// so the search gives up after a bounded amount of work.
/// </summary>
internal sealed class DecisionCoverage
{
    private const int MostWork = 8_000_000;

    // Sorting takes longer than looking.
    private const int WorkAnEnd = 4;

    private readonly DecisionColumn[] _columns;
    private readonly DecisionCell[][] _rows;
    private readonly int[] _order;

    // From this place in the order on, the row leaves everything open.
    private readonly int[] _openFrom;
    private readonly bool[] _decides;

    // What is assumed of each input on the way.
    private readonly Assumption[] _path;
    private int _work;
    private string? _gap;

    private DecisionCoverage(DecisionColumn[] columns, DecisionCell[][] rows)
    {
        _columns = columns;
        _rows = rows;
        _decides = new bool[rows.Length];
        _path = new Assumption[columns.Length];
        _order = [.. Enumerable.Range(0, columns.Length).OrderBy(column => columns[column].IsLine).ThenBy(column => rows.Count(row => row[column].IsAny)).ThenBy(column => columns[column].NullClass)];
        _openFrom = Array.ConvertAll(rows, row => Array.FindLastIndex(_order, column => !row[column].IsAny) + 1);
    }

    /// <summary>Whether the search came to its end; else it only says what it found until then.</summary>
    public bool IsComplete => _work <= MostWork;

    /// <summary>A combination of inputs that no row takes, in words; null when none was found.</summary>
    public string? Gap => _gap;

    /// <summary>Whether it is sure that some row takes every combination.</summary>
    public bool HasNoGap => Array.Exists(_openFrom, depth => depth == 0) || (IsComplete && _gap is null);

    /// <summary>Whether a row was seen to decide for some inputs.</summary>
    public bool Decides(int row) => _decides[row];

    public static DecisionCoverage Of(DecisionColumn[] columns, DecisionCell[][] rows)
    {
        var coverage = new DecisionCoverage(columns, rows);
        coverage.Visit([.. Enumerable.Range(0, rows.Length)], depth: 0, wantsGap: true);
        return coverage;
    }

    private void Visit(ReadOnlySpan<int> rows, int depth, bool wantsGap)
    {
        if (!IsComplete)
        {
            return;
        }

        wantsGap &= _gap is null;
        int covering = 0;
        while (covering < rows.Length && _openFrom[rows[covering]] > depth)
        {
            covering++;
        }

        _work += covering + 1;
        if (covering < rows.Length)
        {
            rows = rows[..(covering + 1)];
            wantsGap = false;
        }

        if (!wantsGap)
        {
            rows = rows[..(LastUnseen(rows) + 1)];
        }

        if (rows.IsEmpty)
        {
            if (wantsGap)
            {
                _gap = DescribePath(depth);
            }
        }
        else if (_openFrom[rows[0]] <= depth)
        {
            _decides[rows[0]] = true;
        }
        else if (_columns[_order[depth]].IsLine)
        {
            SplitLine(rows, depth, wantsGap);
        }
        else
        {
            SplitValues(rows, depth, wantsGap);
        }
    }

    /// <summary>Goes on with each value that rows name, and with one that none of them does.</summary>
    private void SplitValues(ReadOnlySpan<int> rows, int depth, bool wantsGap)
    {
        int column = _order[depth];
        var open = new List<int>();
        var named = new Dictionary<int, List<int>>();
        foreach (int row in rows)
        {
            if (_rows[row][column].Spans is not { } spans)
            {
                open.Add(row);
                continue;
            }

            foreach (ClassSpan span in spans)
            {
                for (int @class = span.First; @class <= span.Last; @class++)
                {
                    (named.TryGetValue(@class, out List<int>? some) ? some : named[@class] = []).Add(row);
                }
            }
        }

        // A row that leaves the input open decides for a value that others name only where it does for one that nobody names, and gaps are there too.
        bool hasUnnamed = _columns[column].Domain is not { } domain || named.Count < domain;
        if (hasUnnamed)
        {
            _path[depth] = new Assumption(Class: -1, named);
            Visit(CollectionsMarshal.AsSpan(open), depth + 1, wantsGap);
        }

        foreach ((int @class, List<int> some) in named)
        {
            int last = hasUnnamed ? some.FindLastIndex(row => !_decides[row]) : some.Count - 1;
            if (hasUnnamed && last < 0)
            {
                continue;
            }

            _path[depth] = new Assumption(@class, Named: null);
            int limit = hasUnnamed ? some[last] : int.MaxValue;
            Visit(Merge(some, open, limit), depth + 1, wantsGap && !hasUnnamed);
            if (!IsComplete)
            {
                return;
            }
        }
    }

    /// <summary>Goes on with each stretch of the line, sweeping over it with the rows that take it.</summary>
    private void SplitLine(ReadOnlySpan<int> rows, int depth, bool wantsGap)
    {
        int column = _order[depth];
        int end = _columns[column].NullClass + (_columns[column].Input.IsNullable ? 1 : 0);
        var ends = new List<long>(2 * rows.Length);
        foreach (int row in rows)
        {
            foreach (ClassSpan span in _rows[row][column].Spans ?? [new ClassSpan(0, end - 1)])
            {
                ends.Add(EndAt(span.First, row, begins: true));
                ends.Add(EndAt(span.Last + 1, row, begins: false));
            }
        }

        ends.Sort();
        _work += WorkAnEnd * ends.Count;
        var active = new List<int>();
        int at = 0;
        for (int begin = 0; begin < end && IsComplete;)
        {
            for (; at < ends.Count && ClassOf(ends[at]) <= begin; at++)
            {
                int row = (int)(ends[at] & int.MaxValue) >> 1;
                int place = active.BinarySearch(row);
                if ((ends[at] & 1) != 0)
                {
                    active.Insert(~place, row);
                }
                else
                {
                    active.RemoveAt(place);
                }
            }

            _path[depth] = new Assumption(begin, Named: null);
            Visit(CollectionsMarshal.AsSpan(active), depth + 1, wantsGap);
            begin = at < ends.Count ? Math.Max(ClassOf(ends[at]), begin + 1) : end;
        }
    }

    // The class, the row and whether it begins there in one number, which sorts many times faster than three.
    private static long EndAt(int @class, int row, bool begins) => ((long)@class << 32) | (uint)(row << 1) | (begins ? 1u : 0u);

    private static int ClassOf(long end) => (int)(end >> 32);

    /// <summary>The rows of both lists in order, up to a limit.</summary>
    private ReadOnlySpan<int> Merge(List<int> left, List<int> right, int limit)
    {
        var merged = new List<int>(left.Count + 8);
        int i = 0;
        int j = 0;
        while (i < left.Count || j < right.Count)
        {
            int next = j == right.Count || (i < left.Count && left[i] < right[j]) ? left[i++] : right[j++];
            if (next > limit)
            {
                break;
            }

            merged.Add(next);
        }

        _work += merged.Count;
        return CollectionsMarshal.AsSpan(merged);
    }

    private int LastUnseen(ReadOnlySpan<int> rows)
    {
        int last = rows.Length - 1;
        while (last >= 0 && _decides[rows[last]])
        {
            last--;
        }

        return last;
    }

    private static string Describe(DecisionColumn of, Assumption assumed)
    {
        if (assumed.Named is not { } named)
        {
            return of.Describe(assumed.Class);
        }

        for (int @class = 0; @class < of.NullClass; @class++)
        {
            if (!named.ContainsKey(@class))
            {
                return of.Describe(@class);
            }
        }

        return of.DescribeUnnamed() ?? (of.Input.IsNullable && !named.ContainsKey(of.NullClass) ? of.Describe(of.NullClass) : of.Describe(of.RestClass));
    }

    private string DescribePath(int depth) =>
        string.Join(" and ", _order.Take(depth).Select((column, place) => (column, place)).OrderBy(pair => pair.column).Select(pair => $"{Spelling.Quote(_columns[pair.column].Input.Text)} is {Describe(_columns[pair.column], _path[pair.place])}"));

    /// <summary>A class of values of an input; or one that no row names of those that are possible.</summary>
    private readonly record struct Assumption(int Class, Dictionary<int, List<int>>? Named);
}
