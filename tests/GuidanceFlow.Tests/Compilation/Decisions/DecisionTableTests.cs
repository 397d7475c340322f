using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Compilation.Decisions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Compilation.Decisions;

/// <summary>What the compiled form finds is what trying row after row would.</summary>
public sealed class DecisionTableTests
{
    [Fact]
    public void LookUp_InAnyTable_FindsTheFirstRowThatApplies() =>
        Prop.ForAll(RandomTable.Gen.ToArbitrary(), table =>
        {
            (DecisionColumn[] columns, DecisionCell[][] rows) = table.Compile();
            var compiled = new DecisionTable(columns, DecisionIndex.Build(columns, rows)!, [], null, []);
            foreach (Value[] values in table.Cases)
            {
                compiled.Find(values).ShouldBe(table.Scan(values), string.Join(", ", values));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Coverage_OfAnyTable_NamesExactlyTheRowsThatDecideAndSaysWhetherAllCasesAre() =>
        Prop.ForAll(RandomTable.Gen.ToArbitrary(), table =>
        {
            (DecisionColumn[] columns, DecisionCell[][] rows) = table.Compile();
            var coverage = DecisionCoverage.Of(columns, rows);
            HashSet<int> deciding = [.. table.Cases.Select(table.Scan)];

            coverage.IsComplete.ShouldBeTrue();
            for (int row = 0; row < rows.Length; row++)
            {
                coverage.Decides(row).ShouldBe(deciding.Contains(row), $"row {row}");
            }

            (coverage.Gap is not null).ShouldBe(deciding.Contains(-1), coverage.Gap);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Cell_ThatCoversAnother_TakesWhateverThatTakes() =>
        Prop.ForAll(RandomTable.Gen.ToArbitrary(), table =>
        {
            (_, DecisionCell[][] rows) = table.Compile();
            foreach (DecisionCell[] wide in rows)
            {
                foreach (DecisionCell[] narrow in rows)
                {
                    bool takesAll = wide[0].IsAny || (!narrow[0].IsAny && Classes(narrow[0]).All(Classes(wide[0]).Contains));
                    wide[0].Covers(narrow[0]).ShouldBe(takesAll);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static HashSet<int> Classes(DecisionCell cell) => [.. cell.Spans!.SelectMany(span => Enumerable.Range(span.First, span.Last - span.First + 1))];
}
