using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation.Decisions;

/// <summary>
/// One input of a decision table. Values that no cell of the column tells apart are one class; classes are numbered: the written values or,
/// where there are ranges, the stretches of the line between their bounds; then the missing value; then all the rest. Immutable.
/// </summary>
internal sealed class DecisionColumn
{
    private readonly DataKind _kind;
    private readonly Dictionary<string, int>? _texts;
    private readonly Dictionary<long, int>? _values;
    private readonly long[] _starts = [];

    /// <param name="input">The type of what is looked up.</param>
    /// <param name="texts">The texts that cells name, each with its key; null for a column of anything else.</param>
    /// <param name="cells">What the cells of the column take.</param>
    public DecisionColumn(DecisionInput input, Dictionary<string, int>? texts, IReadOnlyList<CellTerms> cells)
    {
        Input = input;
        _kind = input.Kind;
        _texts = texts;
        IsLine = cells.Any(cell => Array.Exists(cell.Spans, span => span.First != span.Last));
        if (IsLine)
        {
            _starts = StartsOf(cells);
            NullClass = _starts.Length;
        }
        else if (texts is not null)
        {
            NullClass = texts.Count;
        }
        else
        {
            _values = [];
            foreach (KeySpan span in cells.SelectMany(cell => cell.Spans))
            {
                _values.TryAdd(span.First, _values.Count);
            }

            NullClass = _values.Count;
        }
    }

    public DecisionInput Input { get; }

    /// <summary>Whether cells hold ranges: the classes are then in the order of the line.</summary>
    public bool IsLine { get; }

    /// <summary>The class of the missing value; those before it are classes of values.</summary>
    public int NullClass { get; }

    /// <summary>The class of values that no cell names.</summary>
    public int RestClass => NullClass + 1;

    /// <summary>How many values there are in all, the missing one too; null for without end.</summary>
    public int? Domain => Input.CountValues();

    /// <summary>The class of a value. A hash look-up, or where there are ranges a binary search.</summary>
    public int ClassOf(Value value)
    {
        if (value.IsNull)
        {
            return NullClass;
        }

        if (_texts is not null)
        {
            return value.TryGetText(out string? text) && _texts.TryGetValue(text, out int code) ? code : RestClass;
        }

        if (!DecisionKeys.TryGet(_kind, value, out long key))
        {
            return RestClass;
        }

        if (_values is not null)
        {
            return _values.TryGetValue(key, out int code) ? code : RestClass;
        }

        return IndexOf(key);
    }

    /// <summary>A cell in classes.</summary>
    public DecisionCell CellOf(CellTerms terms)
    {
        if (terms.IsAny)
        {
            return DecisionCell.Any;
        }

        var spans = new List<ClassSpan>(terms.Spans.Length + 1);
        foreach (KeySpan span in terms.Spans)
        {
            spans.Add(SpanOf(span));
        }

        if (terms.TakesNull)
        {
            spans.Add(new ClassSpan(NullClass, NullClass));
        }

        return new DecisionCell(spans.Count == 1 ? [spans[0]] : Merge(spans));
    }

    /// <summary>Some value of a class, in words: "'low'", "5.5", "missing".</summary>
    public string Describe(int @class)
    {
        if (@class == NullClass)
        {
            return "missing";
        }

        if (@class == RestClass)
        {
            return "something else";
        }

        if (IsLine)
        {
            long last = @class + 1 < _starts.Length ? _starts[@class + 1] - 1 : DecisionKeys.LineOf(_kind).Last;
            return Input.DescribeBetween(_starts[@class], last);
        }

        return _texts is not null
            ? Diagnostics.Spelling.Quote(_texts.First(text => text.Value == @class).Key)
            : Input.Describe(_values!.First(value => value.Value == @class).Key);
    }

    /// <summary>A value of a finite domain that has no class of its own, in words; null when there is none.</summary>
    public string? DescribeUnnamed() =>
        _texts is not null ? Input.Choices.Where(choice => !_texts.ContainsKey(choice)).Select(Diagnostics.Spelling.Quote).FirstOrDefault()
        : _kind == DataKind.Boolean && !IsLine && _values!.Count < 2 ? Input.Describe(_values.ContainsKey(0) ? 1 : 0)
        : null;

    private ClassSpan SpanOf(KeySpan span)
    {
        if (IsLine)
        {
            int last = span.Last == DecisionKeys.LineOf(_kind).Last ? _starts.Length - 1 : IndexOf(span.Last);
            return new ClassSpan(IndexOf(span.First), last);
        }

        int code = _texts is not null ? (int)span.First : _values![span.First];
        return new ClassSpan(code, code);
    }

    private int IndexOf(long key) => Stretches.Find<long>(_starts, key);

    /// <summary>Where the classes of the line begin: at its own beginning, at the beginning of every span and behind its end.</summary>
    private long[] StartsOf(IReadOnlyList<CellTerms> cells)
    {
        (long first, long last) = DecisionKeys.LineOf(_kind);
        var starts = new List<long> { first };
        foreach (KeySpan span in cells.SelectMany(cell => cell.Spans))
        {
            starts.Add(span.First);
            if (span.Last < last)
            {
                starts.Add(span.Last + 1);
            }
        }

        starts.Sort();
        return [.. starts.Distinct()];
    }

    private static ClassSpan[] Merge(List<ClassSpan> spans)
    {
        spans.Sort((left, right) => left.First.CompareTo(right.First));
        var merged = new List<ClassSpan>(spans.Count);
        foreach (ClassSpan span in spans)
        {
            if (merged.Count > 0 && span.First <= merged[^1].Last + 1)
            {
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, span.Last) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return [.. merged];
    }
}
