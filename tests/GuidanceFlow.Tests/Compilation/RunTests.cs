using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>What is said of flows that run others.</summary>
public sealed class RunTests
{
    private const string Bye = """{ "id": "bye", "type": "end", "outcome": "resolved" }""";

    private const string Other = """
        { "flow": "other", "inputs": { "name": "text", "count": { "type": "integer", "default": 1 } }, "data": { "size": "integer", "word": { "type": "text", "optional": true } },
          "returns": [ "size", "word" ], "locales": [ "en" ],
          "stages": [ { "id": "s", "steps": [ { "id": "set", "type": "set", "values": { "size": 1 } },
            { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" }, { "id": "end", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    [Theory]
    [InlineData(
        """ "flow": "othr", "with": { "name": "'x'" } """,
        "flow.json(3,40): error GF0103: There is no flow 'othr'. Put its file 'othr.json' beside this one, or give its source with this one's. Did you mean 'other'?")]
    [InlineData(""" "flow": "other" """, "flow.json(3,40): error GF0112: The flow 'other' needs the input 'name' (text). Add it under 'with'.")]
    [InlineData(
        """ "flow": "other", "with": { "name": "'x'", "nam": "'y'" } """,
        "flow.json(3,74): error GF0103: The flow 'other' has no input 'nam'. Did you mean 'name'?")]
    [InlineData(""" "flow": "other", "with": { "name": "3" } """, "flow.json(3,68): error GF0203: This must be a text but gives a number.")]
    [InlineData(
        """ "flow": "other", "with": { "name": "late" } """,
        "flow.json(3,68): error GF0204: 'late' may not be collected yet when 'go' is reached. Write 'late ?? …' with a value for that case, or give the datum a 'default'.")]
    [InlineData(
        """ "flow": "other", "with": { "name": "'x'" }, "save": { "n": "siz" } """,
        "flow.json(3,91): error GF0103: The flow 'other' does not give back 'siz'. Did you mean 'size'?")]
    [InlineData(
        """ "flow": "other", "with": { "name": "'x'" }, "save": { "late": "size" } """,
        "flow.json(3,94): error GF0203: What 'other' gives back does not fit: 'late' must be a text, not a whole number. Change one of the two types.")]
    [InlineData(
        """ "flow": "other", "with": { "name": "'x'" }, "save": { "late": "word" } """,
        "flow.json(3,94): error GF0203: 'late' is never null, but 'word' of 'other' may be. Declare the datum optional.")]
    [InlineData(
        """ "flow": "other", "with": { "name": "'x'" }, "save": { "nn": "size" } """,
        "flow.json(3,92): error GF0103: There is no datum 'nn'. Declare it under 'data'. Did you mean 'n'?")]
    public void Run_ThatDoesNotFit_IsReportedAtItsPlace(string run, string finding) =>
        Findings(run).Where(found => found.StartsWith("flow.json", StringComparison.Ordinal)).ShouldBe([finding]);

    [Fact]
    public void Run_OfAFlowWithoutAFallback_NeedsOne() =>
        Compiling.Findings(
            Flow($$"""{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "other", "with": { "name": "'x'" } }, {{Bye}} ] } ] }"""), FlowSource.FromText("other.json", Other))
            .ShouldBe(["flow.json(1,52): error GF0304: When a question of 'other' is not understood, nothing happens, as that flow has no fallback of its own. Give one of the two flows a 'fallback' with a 'goto'."]);

    [Fact]
    public void Flow_WithoutAFallback_IsReportedByItself_ButNotWhereAnotherOneRunsIt()
    {
        Compiling.Findings(FlowSource.FromText("other.json", Other)).ShouldHaveSingleItem().ShouldContain("GF0304");
        Findings(""" "flow": "other", "with": { "name": "'x'" } """).ShouldBeEmpty();
    }

    [Fact]
    public void Run_OfAFlowThatLacksALanguage_IsReported() =>
        Compiling.Findings(
            Flow($$"""{ "flow": "f", "locales": [ "de", "fr" ], "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "other", "with": { "name": "'x'" } }, {{Bye}} ] } ] }"""), FlowSource.FromText("other.json", Other))
            .ShouldContain("flow.json(1,147): error GF0112: The flow 'other' does not speak 'de', 'fr', which this flow does. Add it to the 'locales' there.");

    [Fact]
    public void Interrupts_WithPhrasesThatMeanTwo_OrNothing_AreReported() =>
        Compiling.Findings(
            Flow($$"""
            { "flow": "f", "data": { "late": "text" }, "fallback": { "goto": "bye" },
              "interrupts": { "one": { "phrases": [ "help me out", "?" ], "run": "other", "with": { "name": "late" } }, "two": { "phrases": [ "Help me out!" ], "run": "other", "with": { "name": "'x'" } } },
              "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "late" }, {{Bye}} ] } ] }
            """), FlowSource.FromText("other.json", Other))
            .ShouldBe(
            [
                "flow.json(2,56): error GF0007: '?' holds no letter or digit, so that nobody can say it. Write words.",
                "flow.json(2,98): error GF0204: 'late' may not be collected yet when a customer interrupts. Write 'late ?? …' with a value for that case, or give the datum a 'default'.",
                "flow.json(2,131): error GF0109: 'Help me out!' would mean both 'one' and 'two'. Take it out of one of the two.",
            ]);

    [Fact]
    public void Returns_ThatAreNoData_OrStandTwice_AreReported() =>
        Compiling.Findings($$"""{ "flow": "f", "inputs": { "a": "text" }, "data": { "b": { "type": "text", "default": "" } }, "returns": [ "b", "a", "b" ], "stages": [ { "id": "s", "steps": [ {{Bye}} ] } ] }""")
            .ShouldBe(
            [
                "flow.json(1,113): error GF0103: There is no datum 'a'. Declare it under 'data'. Or use 'b'.",
                "flow.json(1,118): error GF0102: The return 'b' is given twice. Take one out.",
            ]);

    [Fact]
    public void CycleOfRuns_ThatNeverAsk_IsReported() =>
        Compiling.Findings($$"""{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "f", "next": [ { "when": "session.turn > 3", "goto": "bye" }, { "goto": "go" } ] }, {{Bye}} ] } ] }""")
            .ShouldHaveSingleItem().ShouldContain("GF0303");

    [Fact]
    public void CycleOfRuns_OfAFlowThatAsksInAnInterruptOnly_IsReported() =>
        Compiling.Findings(
            Flow($$"""{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "quiet", "next": [ { "when": "session.turn > 3", "goto": "bye" }, { "goto": "go" } ] }, {{Bye}} ] } ] }"""),
            FlowSource.FromText("quiet.json", $$"""{ "flow": "quiet", "fallback": { "goto": "bye" }, "interrupts": { "why": { "phrases": [ "why" ], "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" }, { "id": "back", "type": "run", "flow": "f" } ] } }, "stages": [ { "id": "s", "steps": [ {{Bye}} ] } ] }"""))
            .ShouldHaveSingleItem().ShouldContain("flow.json(1,");

    [Fact]
    public void Flows_ThatRunOneAnother_WithoutAQuestion_AreReported()
    {
        string Ring(string id, string other) => $$"""{ "flow": "{{id}}", "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "{{other}}" }, {{Bye}} ] } ] }""";
        Compiling.Findings(FlowSource.FromText("x.json", Ring("x", "y")), FlowSource.FromText("y.json", Ring("y", "x"))).Where(finding => finding.Contains("GF0303", StringComparison.Ordinal)).Count().ShouldBe(2);
    }

    [Fact]
    public void Flows_ThatAreRun_AreFoundBesideTheFile_AndPinnedWithIt()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string main = Path.Combine(folder, "main.json");
        File.WriteAllText(main, $$"""{ "flow": "main", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "other", "with": { "name": "'x'" } }, {{Bye}} ] } ] }""");
        Compiling.Findings(FlowSource.FromFile(main)).ShouldHaveSingleItem().ShouldContain("There is no flow 'other'.");
        File.WriteAllText(Path.Combine(folder, "othr.json"), "{}");
        Compiling.Findings(FlowSource.FromFile(main)).ShouldHaveSingleItem().ShouldEndWith("Did you mean 'othr'?");

        File.WriteAllText(Path.Combine(folder, "other.json"), Other.Replace("\"id\": \"end\"", "\"id\": \"third\", \"type\": \"run\", \"flow\": \"deep\" }, { \"id\": \"end\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "deep.json"), $$"""{ "flow": "deep", "stages": [ { "id": "s", "steps": [ {{Bye}} ] } ] }""");
        Flow flow = FlowCompiler.Compile([FlowSource.FromFile(main)]).GetOrThrow();
        flow.Closure.ShouldBe(["main", "deep", "other"]);
        flow.Steps.Select(step => step.Id).ShouldBe(["go", "bye"]);
        flow.Steps[0].ToString().ShouldBe("go");
        flow.FindFlow("main").ShouldBeSameAs(flow);
        flow.FindFlow("deep")!.Steps.Select(step => step.ToString()).ShouldBe(["bye"]);
        flow.FindFlow("Deep").ShouldBeNull();

        File.WriteAllText(Path.Combine(folder, "deep.json"), """{ "flow": "deep", "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "unresolved" } ] } ] }""");
        Flow changed = FlowCompiler.Compile([FlowSource.FromFile(main)]).GetOrThrow();
        changed.StructureHash.ShouldNotBe(flow.StructureHash);
        changed.TextHash.ShouldBe(flow.TextHash);

        File.WriteAllText(Path.Combine(folder, "deep.json"), "{ \"flow\": \"deep\", ");
        Compiling.Findings(FlowSource.FromFile(main)).ShouldHaveSingleItem().ShouldContain("deep.json(1,19): error GF0001");
        Directory.Delete(folder, recursive: true);
    }

    private static FlowSource Flow(string text) => FlowSource.FromText("flow.json", text);

    private static string[] Findings(string run) => Compiling.Findings(
        Flow($$"""
        { "flow": "f", "data": { "n": { "type": "integer", "default": 0 }, "late": { "type": "text" } }, "fallback": { "goto": "bye" },
          "stages": [ { "id": "s", "steps": [
          { "id": "go", "type": "run",{{run}} },
          {{Bye}} ] } ] }
        """), FlowSource.FromText("other.json", Other));

    [Fact]
    public void Returns_NeedNotBeCollected_WhereNothingComesBack() =>
        Compiling.Findings($$"""
            { "flow": "f", "data": { "b": "text" }, "returns": [ "b" ], "fallback": { "goto": "up" }, "stages": [ { "id": "s", "steps": [
              { "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "b", "next": "bye" }, {{Bye}}, { "id": "up", "type": "end", "outcome": "escalated" } ] } ] }
            """).ShouldBeEmpty();

    [Fact]
    public void Run_WhoseFallbackLeadsBackToIt_IsReported() =>
        Compiling.Findings(
            Flow($$"""{ "flow": "f", "fallback": { "goto": "go" }, "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "other", "with": { "name": "'x'" } }, {{Bye}} ] } ] }"""), FlowSource.FromText("other.json", Other))
            .ShouldHaveSingleItem().ShouldContain("A customer whom 'go' never understands goes round in circles");

    [Theory]
    [InlineData("", true)]
    [InlineData("\"when\": \"left > 0\",", false)]
    public void FlowThatRunsItselfBeforeItAsks_WouldNeverStop_UnlessSomethingStopsIt(string when, bool isFound) =>
        FlowCompiler.Compile(FlowSource.FromText("f.json", $$"""
            { "flow": "f", "inputs": { "left": { "type": "integer", "default": 3 } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "hello", "type": "say", "text": "Hello." }, { "id": "again", "type": "run", {{when}} "flow": "f", "with": { "left": "left - 1" } }, { "id": "on", "type": "ask", "text": "On?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """)).Diagnostics.Any(found => found.Message.StartsWith("The flow runs itself at 'again'", StringComparison.Ordinal)).ShouldBe(isFound);
}
