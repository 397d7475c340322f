using System.Globalization;
using GuidanceFlow.Compilation.Decisions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Reports rows that never decide because earlier ones do, and combinations of inputs that no row takes.</summary>
internal static class DecisionChecks
{
    public static void Run(CompilationContext context, StepPlace place, DecideStepDefinition decide, DecisionTable table, DecisionCell[][] rows)
    {
        var coverage = DecisionCoverage.Of(table.Columns, rows);
        SourcePath path = place.Path.Member("rows").Kept();
        for (int row = 0; row < rows.Length; row++)
        {
            if (!coverage.Decides(row) && (coverage.IsComplete || IsTakenBefore(table, rows[row], row)))
            {
                context.Report(DiagnosticCatalog.DeadRow, path.Item(row), $"Row {Number(row + 1)} never decides: {Reason(rows, row)}. Move it up or take it out.");
            }
        }

        if (decide.Default is null && !coverage.HasNoGap)
        {
            context.Report(DiagnosticCatalog.UndecidedCase, path, coverage.Gap is { } gap
                ? $"No row of '{decide.Id}' applies when {gap}. Add a row for that, or a 'default'."
                : $"'{decide.Id}' is too large for telling whether some row always applies. Add a 'default'.");
        }
        else if (decide.Default is not null && coverage.HasNoGap)
        {
            context.Report(DiagnosticCatalog.DeadRow, place.Path.Member("default"), $"The 'default' of '{decide.Id}' never decides: some row always applies. Take it out.");
        }
    }

    /// <summary>Whether a row that asks for one value of each input has an earlier one that takes them.</summary>
    private static bool IsTakenBefore(DecisionTable table, DecisionCell[] cells, int row)
    {
        int[] classes = new int[cells.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            if (cells[i].Spans is not [{ } only] || only.First != only.Last)
            {
                return false;
            }

            classes[i] = only.First;
        }

        return table.Index.Find(classes) < row;
    }

    private static string Reason(DecisionCell[][] rows, int row)
    {
        for (int earlier = 0; earlier < row; earlier++)
        {
            bool covers = true;
            for (int i = 0; i < rows[row].Length && covers; i++)
            {
                covers = rows[earlier][i].Covers(rows[row][i]);
            }

            if (covers)
            {
                return $"wherever it applies, row {Number(earlier + 1)} does too, and comes first";
            }
        }

        return "the rows before it take all that it would, together";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
