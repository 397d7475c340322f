using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Compilation;
using GuidanceFlow.Compilation.Decisions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Compilation.Decisions;

/// <summary>A decision table as it is written, with an opinion of its own on which cell takes what.</summary>
internal sealed record RandomTable(DecisionInput[] Inputs, DecisionCellDefinition[][] Rows)
{
    private static readonly DecisionInput[] Kinds =
    [
        new("choice", DataType.Choice("a", "b", "c"), IsNullable: false),
        new("choice_or_none", DataType.Choice("a", "b"), IsNullable: true),
        new("text", DataType.Text, IsNullable: false),
        new("text_or_none", DataType.Text, IsNullable: true),
        new("flag", DataType.Boolean, IsNullable: false),
        new("flag_or_none", DataType.Boolean, IsNullable: true),
        new("whole", DataType.Integer, IsNullable: false),
        new("whole_or_none", DataType.Integer, IsNullable: true),
        new("number", DataType.Number, IsNullable: false),
        new("number_or_none", DataType.Number, IsNullable: true),
        new("long", DataType.Duration, IsNullable: false),
        new("day", DataType.Date, IsNullable: true),
    ];

    public static Gen<RandomTable> Gen { get; } =
        from width in FsCheck.Fluent.Gen.Choose(1, 4)
        from inputs in FsCheck.Fluent.Gen.Elements(Kinds).ArrayOf(width)
        from ranges in FsCheck.Fluent.Gen.Elements(true, false)
        from rows in RowOf(inputs, ranges).ArrayOf()
        where rows.Length > 0
        select new RandomTable(inputs, rows);

    /// <summary>Every combination of values that the cells could tell apart, and some beside.</summary>
    public IEnumerable<Value[]> Cases => Product(Inputs.Length);

    /// <summary>The first row that applies, by trying one after the other; −1 for none.</summary>
    public int Scan(Value[] values) => Array.FindIndex(Rows, row => Enumerable.Range(0, values.Length).All(i => Takes(row[i], values[i])));

    public (DecisionColumn[] Columns, DecisionCell[][] Rows) Compile()
    {
        var context = new CompilationContext(new FlowDefinition { Id = "f", Stages = [] }, new BuiltSourceMap("f"));
        var lowering = new DecisionCellLowering(context);
        bool fits = true;
        var columns = new DecisionColumn[Inputs.Length];
        var rows = new DecisionCell[Rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new DecisionCell[columns.Length];
        }

        for (int column = 0; column < columns.Length; column++)
        {
            Dictionary<string, int>? texts = Inputs[column].IsText ? new(StringComparer.Ordinal) : null;
            CellTerms[] terms = [.. Rows.Select(row => lowering.Lower(row[column], Inputs[column], texts, GuidanceFlow.Diagnostics.SourcePath.Root, ref fits))];
            columns[column] = new DecisionColumn(Inputs[column], texts, terms);
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row][column] = columns[column].CellOf(terms[row]);
            }
        }

        context.Findings().ShouldBeEmpty();
        fits.ShouldBeTrue();
        return (columns, rows);
    }

    public override string ToString() => string.Join("; ", Inputs.Select(input => input.Text)) + "\n" + string.Join('\n', Rows.Select(row => string.Join(" | ", row.Select(Describe))));

    private static string Describe(DecisionCellDefinition cell) => cell.IsRange
        ? $"from {cell.From} above {cell.Above} to {cell.To} below {cell.Below}"
        : cell.Values.IsEmpty ? "*" : string.Join(",", cell.Values.Select(value => value.IsNull ? "null" : value.ToString()));

    private static Gen<DecisionCellDefinition[]> RowOf(DecisionInput[] inputs, bool ranges)
    {
        Gen<DecisionCellDefinition[]> row = FsCheck.Fluent.Gen.Constant(Array.Empty<DecisionCellDefinition>());
        foreach (DecisionInput input in inputs)
        {
            row = from before in row from cell in CellOf(input, ranges) select (DecisionCellDefinition[])[.. before, cell];
        }

        return row;
    }

    private static Gen<DecisionCellDefinition> CellOf(DecisionInput input, bool ranges)
    {
        Value[] pool = [.. Pool(input).Take(5)];
        Gen<Value> value = FsCheck.Fluent.Gen.Elements(input.IsNullable ? [Value.Null, .. pool] : pool);
        Gen<DecisionCellDefinition> values = from count in FsCheck.Fluent.Gen.Frequency((4, FsCheck.Fluent.Gen.Constant(1)), (1, FsCheck.Fluent.Gen.Constant(2)))
                                             from items in value.ArrayOf(count)
                                             select DecisionCellDefinition.OneOf(items);
        Gen<DecisionCellDefinition> plain = FsCheck.Fluent.Gen.Frequency((1, FsCheck.Fluent.Gen.Constant(DecisionCellDefinition.Any)), (2, values));
        if (!ranges || input.IsText || input.Kind == DataKind.Boolean)
        {
            return plain;
        }

        Gen<DecisionCellDefinition> range =
            from first in FsCheck.Fluent.Gen.Choose(0, pool.Length - 2)
            from length in FsCheck.Fluent.Gen.Choose(1, pool.Length - 1 - first)
            from ends in FsCheck.Fluent.Gen.Choose(1, 8)
            select new DecisionCellDefinition
            {
                From = ends is 1 or 5 or 6 ? pool[first] : Value.Null,
                Above = ends is 2 or 7 or 8 ? pool[first] : Value.Null,
                To = ends is 3 or 5 or 7 ? pool[first + length] : Value.Null,
                Below = ends is 4 or 6 or 8 ? pool[first + length] : Value.Null,
            };

        // Neighbours of whole numbers leave nothing between them when both are shut out.
        Gen<DecisionCellDefinition> filled = range.Where(cell => Pool(input).Any(value => Takes(cell, value)));
        return FsCheck.Fluent.Gen.OneOf(plain, filled);
    }

    /// <summary>Values in order; the first five stand in cells, the rest lies between and beyond them.</summary>
    private static Value[] Pool(DecisionInput input) => input.Kind switch
    {
        DataKind.Choice => [.. input.Choices.Select(Value.From)],
        DataKind.Text => [Value.From("x"), Value.From("y"), Value.From("z"), Value.From("*"), Value.From(""), Value.From("other")],
        DataKind.Boolean => [Value.True, Value.False],
        DataKind.Integer => [.. new long[] { -3, 0, 1, 7, 100, long.MinValue, -2, 3, 50, long.MaxValue }.Select(Value.From)],
        DataKind.Number => [.. new[] { -1.5, 0, 0.5, 3, 1e9, -1e300, -1, 0.25, 2, 7, 1e300 }.Select(Value.From)],
        DataKind.Duration => [.. new[] { -2, 0, 5, 60, 600, -9000, -1, 1, 30, 300, 9000 }.Select(minutes => Value.From(TimeSpan.FromMinutes(minutes)))],
        _ => [.. new[] { 1, 3, 5, 9, 20, 0, 2, 4, 7, 15, 99 }.Select(day => Value.From(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day)))],
    };

    private static bool Takes(DecisionCellDefinition cell, Value value)
    {
        if (!cell.IsRange)
        {
            return cell.Values.IsEmpty || cell.Values.Contains(value);
        }

        return !value.IsNull
            && (cell.From.IsNull || Compare(value, cell.From) >= 0)
            && (cell.Above.IsNull || Compare(value, cell.Above) > 0)
            && (cell.To.IsNull || Compare(value, cell.To) <= 0)
            && (cell.Below.IsNull || Compare(value, cell.Below) < 0);
    }

    private static int Compare(Value left, Value right) =>
        left.TryGetNumber(out double number) && right.TryGetNumber(out double other) ? number.CompareTo(other)
        : left.TryGetDate(out DateTime date) && right.TryGetDate(out DateTime day) ? date.CompareTo(day)
        : left.TryGetDuration(out TimeSpan time) && right.TryGetDuration(out TimeSpan length) ? time.CompareTo(length)
        : throw new InvalidOperationException("These have no order.");

    private IEnumerable<Value[]> Product(int count)
    {
        if (count == 0)
        {
            return [[]];
        }

        DecisionInput input = Inputs[count - 1];
        Value[] values = input.IsNullable ? [Value.Null, .. Pool(input)] : Pool(input);
        return Product(count - 1).SelectMany(_ => values, (before, value) => (Value[])[.. before, value]);
    }
}
