using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Tests.Definitions;

namespace GuidanceFlow.Tests.Diagnostics;

/// <summary>Every code has a page, and what the page says is so.</summary>
public sealed class DiagnosticPagesTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];

    public static TheoryData<string> CodesOfTexts => [.. DiagnosticCatalog.All.Except([DiagnosticCatalog.Unreadable]).Select(descriptor => descriptor.Code)];

    [Theory]
    [MemberData(nameof(CodesOfTexts))]
    public void WrongExample_YieldsTheFindingAtTheMarkedLine(string code)
    {
        DiagnosticPage page = DiagnosticPage.Read(code);
        string mark = $"// expect {code} here";

        Diagnostic finding = Compile(page.Wrong, page.WrongTranslation).Diagnostics.ShouldHaveSingleItem();
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
        CompilationResult result = Compile(page.Right, page.RightTranslation);

        result.Diagnostics.ShouldBeEmpty();
        result.Success.ShouldBeTrue();
    }

    [Fact]
    public void UnreadableFile_YieldsTheFindingOfItsPage()
    {
        DiagnosticPage page = DiagnosticPage.Read("GF0002");
        const string Path = "flows/no-such-flow.json";
        page.Text.ShouldContain($"FlowSource.FromFile(\"{Path}\")");
        FlowCompiler.Compile([FlowSource.FromFile(Path)]).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(page.Finding);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Title_IsThatOfTheCatalog(string code) =>
        DiagnosticPage.Read(code).Title.ShouldBe($"# {code}: {DiagnosticCatalog.All.Single(descriptor => descriptor.Code == code).Title}");

    [Fact]
    public void Pages_AreThoseOfTheCatalogAndAnIndex() =>
        RepositoryFiles.List("docs/diagnostics").Order(StringComparer.Ordinal)
            .ShouldBe([.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code + ".md"), "README.md"]);

    [Fact]
    public void Index_ListsEveryCodeWithSeverityAndTitle()
    {
        string[] rows = [.. RepositoryFiles.Read("docs/diagnostics/README.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal))];
        rows.ShouldBe(DiagnosticCatalog.All.Select(descriptor =>
            $"| [{descriptor.Code}]({descriptor.Code}.md) | {(descriptor.Severity == DiagnosticSeverity.Error ? "error" : "warning")} | {descriptor.Title} |"));
    }

    [Fact]
    public void Catalog_ListsEachCodeOnceInOrder()
    {
        string[] codes = [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];
        codes.ShouldBe(codes.Distinct().Order(StringComparer.Ordinal));
        codes.ShouldAllBe(code => code.Length == 6 && code.StartsWith("GF") && code.Skip(2).All(char.IsAsciiDigit));
    }

    private static CompilationResult Compile(string text, string translation)
    {
        FlowSource source = FlowSource.FromText("flow.json", text);
        return FlowCompiler.Compile([translation.Length == 0 ? source : source.WithTranslation(TranslationSource.FromText(DiagnosticPage.TranslationName, translation))]);
    }
}
