using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Tests.Shared;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>A migration, held against the older versions that are at hand.</summary>
public sealed class MigrationTests
{
    private const string Renamed =
        """
        { "flow": "light", "version": 3, "migrate": { "from": [1, 2] }, "fallback": { "goto": "bye" },
          "stages": [ { "id": "all", "steps": [
            { "id": "shade", "type": "ask", "text": "Which colour?", "answer": "text" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    [Fact]
    public void OlderVersion_ThatIsNotAtHand_IsNotMissed() => Compiling.Findings(Renamed).ShouldBeEmpty();

    [Fact]
    public void OlderVersion_GivenBehindTheFlow_IsWhatTheMigrationIsHeldAgainst() =>
        Find(FlowSource.FromText("new.json", Renamed), FlowSource.FromText("old.json", Older(1, "colour"))).ShouldBe(["GF0402 version 1 'colour'"]);

    [Fact]
    public void OlderVersions_OfWhichEachHasAnotherId_AreFoundBesideTheFile()
    {
        using var folder = new TemporaryFolder();
        string flow = folder.Write("light.json", Renamed);
        folder.Write("light.v1.json", Older(1, "colour"));
        folder.Write("light.v2.json", Older(2, "hue"));
        Find(FlowSource.FromFile(flow)).ShouldBe(["GF0402 version 1 'colour'", "GF0402 version 2 'hue'"]);
    }

    [Fact]
    public void OlderVersion_ThatCannotBeRead_IsReportedAtItsOwnPlace()
    {
        Diagnostic finding = FlowCompiler.Compile([FlowSource.FromText("new.json", Renamed), FlowSource.FromText("old.json", Older(1, "colour"))]).Diagnostics.ShouldHaveSingleItem();
        finding.Location.File.ShouldBe("new.json");

        using var folder = new TemporaryFolder();
        string flow = folder.Write("light.json", Renamed);
        string older = folder.Write("light.v1.json", "{");
        FlowCompiler.Compile([FlowSource.FromFile(flow)]).Diagnostics.ShouldHaveSingleItem().Location.File.ShouldBe(older);
    }

    [Fact]
    public void OlderVersion_OfAFlowThatAnotherRuns_IsLookedAtWithThatOne()
    {
        using var folder = new TemporaryFolder();
        string runs = folder.Write(
            "house.json",
            """
            { "flow": "house", "stages": [ { "id": "all", "steps": [
              { "id": "run-light", "type": "run", "flow": "light" }, { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        folder.Write("light.json", Renamed);
        folder.Write("light.v2.json", Older(2, "hue"));
        Find(FlowSource.FromFile(runs)).ShouldBe(["GF0402 version 2 'hue'"]);
    }

    [Fact]
    public void SameVersion_GivenTwice_IsNoOlderOne() =>
        FlowCompiler.Compile([FlowSource.FromText("one.json", Renamed), FlowSource.FromText("two.json", Renamed)]).Diagnostics
            .ShouldContain(finding => finding.Descriptor == DiagnosticCatalog.DuplicateName && finding.Location.File == "two.json");

    [Fact]
    public void OlderVersion_ThatTheMigrationIsNotFrom_SaysNothing() =>
        Find(FlowSource.FromText("new.json", Renamed.Replace("[1, 2]", "[2]", StringComparison.Ordinal)), FlowSource.FromText("old.json", Older(1, "colour"))).ShouldBeEmpty();

    [Theory]
    [InlineData("'x'", "GF0203")]
    [InlineData("lamps + 1", null)]
    [InlineData("lamps.size", "GF0202")]
    [InlineData("session.turn", "GF0202")]
    [InlineData("room?.floor", null)]
    [InlineData("null", null)]
    [InlineData("3", null)]
    public void Data_AreComputedFromTheOlderVersionsNamesAndTypes(string expression, string? code)
    {
        string older =
            """
            { "flow": "a", "inputs": { "room": { "type": "object", "fields": { "floor": "integer" }, "optional": true } }, "data": { "lamps": "integer" },
              "stages": [ { "id": "all", "steps": [ { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        string newer =
            $$"""
            { "flow": "a", "version": 2, "migrate": { "from": [1], "data": { "lights": "{{expression}}" } }, "data": { "lights": "integer" },
              "stages": [ { "id": "all", "steps": [ { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        FlowCompiler.Compile([FlowSource.FromText("new.json", newer), FlowSource.FromText("old.json", older)]).Diagnostics
            .Select(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
    }

    private static string Older(int version, string question) => Renamed
        .Replace("\"version\": 3, \"migrate\": { \"from\": [1, 2] }", $"\"version\": {version}", StringComparison.Ordinal)
        .Replace("\"shade\"", $"\"{question}\"", StringComparison.Ordinal);

    private static IEnumerable<string> Find(params FlowSource[] sources) => FlowCompiler.Compile(sources).Diagnostics
        .Select(finding => $"{finding.Code} {finding.Message[0..9].Replace('V', 'v')} {finding.Message.Split('\'')[1].Insert(0, "'")}'");
}
