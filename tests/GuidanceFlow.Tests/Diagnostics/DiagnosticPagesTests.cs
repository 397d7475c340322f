using System.Collections.Immutable;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Tests.Definitions;

namespace GuidanceFlow.Tests.Diagnostics;

/// <summary>Every code has a page, and what the page says is so.</summary>
public sealed class DiagnosticPagesTests
{
    private static readonly DiagnosticDescriptor[] All = [.. DiagnosticCatalog.All.Concat(ScenarioDiagnostics.All).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal)];

    public static TheoryData<string> Codes => [.. All.Select(descriptor => descriptor.Code)];

    public static TheoryData<string> CodesOfTexts => [.. All.Except([DiagnosticCatalog.Unreadable, ScenarioDiagnostics.Unreadable]).Select(descriptor => descriptor.Code)];

    [Theory]
    [MemberData(nameof(CodesOfTexts))]
    public void WrongExample_YieldsTheFindingAtTheMarkedLine(string code)
    {
        DiagnosticPage page = DiagnosticPage.Read(code);
        string mark = $"// expect {code} here";

        Diagnostic finding = Find(code, page.Wrong, page.WrongTranslation, page.WrongOlder).ShouldHaveSingleItem();
        string[] lines = (finding.Location.File == DiagnosticPage.TranslationName ? page.WrongTranslation : page.Wrong).Split('\n');

        finding.ToString().ShouldBe(page.Finding);
        finding.Code.ShouldBe(code);
        lines.Count(line => line.Contains(mark, StringComparison.Ordinal)).ShouldBe(1);
        lines[finding.Location.Line - 1].ShouldEndWith(mark);
    }

    [Theory]
    [MemberData(nameof(CodesOfTexts))]
    public void RightExample_HasNoFindings(string code)
    {
        DiagnosticPage page = DiagnosticPage.Read(code);

        Find(code, page.Right, page.RightTranslation, page.RightOlder).ShouldBeEmpty();
    }

    [Fact]
    public void UnreadableFile_YieldsTheFindingOfItsPage()
    {
        DiagnosticPage page = DiagnosticPage.Read("GF0002");
        const string Path = "flows/no-such-flow.json";
        page.Text.ShouldContain($"FlowSource.FromFile(\"{Path}\")");
        FlowCompiler.Compile([FlowSource.FromFile(Path)]).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(page.Finding);
    }

    [Fact]
    public void UnreadableScenario_YieldsTheFindingOfItsPage()
    {
        DiagnosticPage page = DiagnosticPage.Read("GF0807");
        const string Path = "flows/no-such.scenario.json";
        page.Text.ShouldContain($"Scenario.Read(\"{Path}\")");
        Scenario.Read(Path).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(page.Finding);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Title_IsThatOfTheCatalog(string code) =>
        DiagnosticPage.Read(code).Title.ShouldBe($"# {code}: {All.Single(descriptor => descriptor.Code == code).Title}");

    [Fact]
    public void Pages_AreThoseOfTheCatalogAndAnIndex() =>
        RepositoryFiles.List("docs/diagnostics").Order(StringComparer.Ordinal)
            .ShouldBe([.. All.Select(descriptor => descriptor.Code + ".md"), "README.md"]);

    [Fact]
    public void Index_ListsEveryCodeWithSeverityAndTitle()
    {
        string[] rows = [.. RepositoryFiles.Read("docs/diagnostics/README.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal))];
        rows.ShouldBe(All.Select(descriptor =>
            $"| [{descriptor.Code}]({descriptor.Code}.md) | {(descriptor.Severity == DiagnosticSeverity.Error ? "error" : "warning")} | {descriptor.Title} |"));
    }

    [Fact]
    public void Catalog_ListsEachCodeOnceInOrder()
    {
        string[] codes = [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];
        codes.ShouldBe(codes.Distinct().Order(StringComparer.Ordinal));
        codes.ShouldAllBe(code => code.Length == 6 && code.StartsWith("GF") && code.Skip(2).All(char.IsAsciiDigit));
    }

    private static ImmutableArray<Diagnostic> Find(string code, string text, string translation, string older) => ScenarioDiagnostics.All.Any(descriptor => descriptor.Code == code)
        ? FindInScenario(text)
        : FindInFlow(text, translation, older);

    private static ImmutableArray<Diagnostic> FindInFlow(string text, string translation, string older)
    {
        FlowSource source = FlowSource.FromText("flow.json", text);
        FlowSource flow = translation.Length == 0 ? source : source.WithTranslation(TranslationSource.FromText(DiagnosticPage.TranslationName, translation));
        return FlowCompiler.Compile(older.Length == 0 ? [flow] : [flow, FlowSource.FromText(DiagnosticPage.OlderName, older)]).Diagnostics;
    }

    /// <summary>What is said about a scenario; the file's name as it stands on the pages.</summary>
    private static ImmutableArray<Diagnostic> FindInScenario(string text)
    {
        const string Name = "restart-helps.scenario.json";
        string folder = Directory.CreateTempSubdirectory("guidanceflow").FullName;
        try
        {
            string path = Path.Combine(folder, Name);
            File.WriteAllText(path, text);
            return [.. Scenario.Read(path).Diagnostics.Select(finding => finding with { Location = finding.Location with { File = Name } })];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
