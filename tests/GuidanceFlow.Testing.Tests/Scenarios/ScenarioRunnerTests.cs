using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Tests.Scenarios;

public sealed class ScenarioRunnerTests
{
    private static readonly string Folder = Path.Combine(GoldenFile.Beside("x").Directory, "Router");

    [Fact]
    public void Report_OfAFailedScenario_MarksTheTurnsAndShowsWhatWasExpected() => Golden.Verify(Run(
        """
          "expect": { "step": "ligth" },
          "steps": [
            { "answer": "blue", "expect": { "result": "accepted", "options": ["green"] } },
            { "answer": "red", "expect": { "text": "Unplug it.\n\nIs it green?", "text_contains": ["ten seconds", "cable"], "data": { "light": "green", "lihgt": "red" } } },
            { "answer": "no", "expect": { "entered": ["escalated"], "tickets": [{ "queue": "phones", "priority": "low", "reason": "attempts", "evidence": { "light": "red" } }] } },
            { "answer": "thanks" }
          ],
          "expect_end": { "outcome": "resolved", "status": "waiting", "stage": "finish", "tickets": [{}, {}] }
        """).Report);

    [Fact]
    public void AMemberThatIsNotAsExpected_IsPointedAt() =>
        Run(
            """
              "steps": [
                { "answer": "red", "expect": { "result": "accepted",
                  "data": { "light": "green" } } }
              ],
              "expect_end": { "status": "waiting",
                "outcome": "resolved",
                "data": { "light": "green" } }
            """).Failures.Select(failure => $"{failure.Location.Line}:{failure.Location.Column} {failure.Member}")
            .ShouldBe(["3:17 data.light", "6:5 outcome", "7:15 data.light"]);

    [Fact]
    public void AnAnswerThatIsRefused_Fails_UnlessTheScenarioSaysSo() =>
        Run("\"steps\": [{ \"answer\": \"green\" }, { \"answer\": \"hello?\" }]").Failures.Single().ToString()
            .ShouldBe("x.scenario.json(1,76): result: expected \"accepted\", actual \"refused\" (ended)");

    [Fact]
    public void AStartThatIsRefused_Fails_WithTheReason() =>
        Run("\"start\": { \"inputs\": { \"nam\": 1 } }").Failures.Single().Actual
            .ShouldBe("\"refused\" (invalid_start: The flow has no input 'nam'; its inputs are name.)");

    [Fact]
    public void AStartThatIsRefused_IsSaidOnce_WhateverWouldHaveFollowed() =>
        Run("\"start\": { \"inputs\": { \"nam\": 1 } }, \"steps\": [{ \"answer\": \"red\" }, { \"answer\": \"yes\" }], \"expect_end\": { \"outcome\": \"resolved\" }").Failures.ShouldHaveSingleItem().Actual.ShouldContain("no input 'nam'");

    [Fact]
    public void Transcript_OfAConversationThatWentWrong_IsNotAccepted()
    {
        using var folder = new TemporaryFolder();
        string flow = Path.Combine(Folder, "router.json").Replace('\\', '/');
        string path = folder.Write("a.scenario.json", $$"""{ "scenario": "a", "flow": "{{flow}}", "expect_end": { "outcome": "resolved", "transcript": true } }""");
        Scenario scenario = Scenario.Read(path).GetOrThrow();
        Flow compiled = FlowCompiler.Compile([FlowSource.FromFile(scenario.FlowFile)]).GetOrThrow();

        ScenarioRunner.Run(scenario, compiled, accepts: true).Failures.Select(failure => failure.Member).ShouldBe(["outcome", "transcript"]);
        ScenarioRunner.Run(scenario with { ExpectEnd = scenario.ExpectEnd! with { Outcome = null } }, compiled, accepts: true).Failures.ShouldBeEmpty();
    }

    [Fact]
    public void ATranscriptOfAConversationThatWentWrong_SaysWhyItIsNotAccepted()
    {
        using var folder = new TemporaryFolder();
        string flow = Path.Combine(Folder, "router.json").Replace('\\', '/');
        string path = folder.Write("a.scenario.json", $$"""{ "scenario": "a", "flow": "{{flow}}", "expect_end": { "outcome": "resolved", "transcript": true } }""");
        Scenario scenario = Scenario.Read(path).GetOrThrow();
        Flow compiled = FlowCompiler.Compile([FlowSource.FromFile(scenario.FlowFile)]).GetOrThrow();

        ScenarioRunner.Run(scenario, compiled, accepts: true).Failures[^1].Actual.ShouldBe("there is no such file yet; see a.received.txt, which is not accepted while the conversation goes another way than expected");
        File.Exists(folder.At("a.verified.txt")).ShouldBeFalse();

        folder.Write("a.verified.txt", "Hello\n");
        string differs = ScenarioRunner.Run(scenario, compiled, accepts: true).Failures[^1].Actual;
        differs.ShouldStartWith("- Hello\n");
        differs.ShouldEndWith("\n(not accepted while the conversation goes another way than expected)");
        File.ReadAllText(folder.At("a.verified.txt")).ShouldBe("Hello\n");
        ScenarioRunner.Run(scenario, compiled, accepts: false).Failures[^1].Actual.ShouldNotContain("not accepted");
    }

    [Fact]
    public void StepsBehindAStartThatIsRefusedAsExpected_AreNotPassedOver() =>
        Run("\"start\": { \"inputs\": { \"nam\": 1 } }, \"expect\": { \"result\": \"refused\", \"error_contains\": \"nam\" }, \"steps\": [{ \"answer\": \"red\", \"expect\": { \"step\": \"restart\" } }]")
            .Failures.Select(failure => failure.Actual).ShouldContain(actual => actual.Contains("not_started", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"steps\": [{ \"answer\": \"alpha\" }, { \"correct\": { \"step\": \"ask-pin\", \"answer\": \"swordfish\" } }]")]
    [InlineData("\"start\": { \"known\": { \"ask-pin\": \"alpha\" } }, \"steps\": [{ \"correct\": { \"step\": \"ask-pin\", \"answer\": \"swordfish\" }, \"expect\": { \"result\": \"refused\" } }]")]
    public void ACorrectedSecret_IsInNoTranscript_WhetherItWasAskedForOrKnown(string members)
    {
        const string Flow = """
            { "flow": "f", "data": { "pin": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "ask-pin", "type": "ask", "text": "Pin?", "answer": "text", "save": "pin", "sensitive": true },
              { "id": "ok", "type": "ask", "text": "OK?", "answer": "yes_no" },
              { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
            """;
        Scenario scenario = Scenario.Read("x.scenario.json", System.Text.Encoding.UTF8.GetBytes($$"""{ "scenario": "x", "flow": "f.json", {{members}} }""")).GetOrThrow();

        ScenarioResult result = ScenarioRunner.Run(scenario, FlowCompiler.Compile([FlowSource.FromText("f.json", Flow)]).GetOrThrow());

        result.Passed.ShouldBeTrue(result.Report);
        Transcript.Render(result.Conversation).ShouldContain("> [ask-pin: •••]");
        result.Report.ShouldNotContain("swordfish");
    }

    [Fact]
    public void ARefusedStart_CanBeExpected() =>
        Run("\"start\": { \"inputs\": { \"nam\": 1 } }, \"expect\": { \"result\": \"refused\", \"reason\": \"invalid_start\", \"error_contains\": \"no input 'nam'\" }").Passed.ShouldBeTrue();

    [Fact]
    public void SameScenario_GivesTheSameConversation() => Run("\"steps\": [{ \"answer\": \"red\" }]").Conversation.ShouldBe(Run("\"steps\": [{ \"answer\": \"red\" }]").Conversation);

    [Fact]
    public void Run_OfAFlowWithErrors_Throws()
    {
        using var folder = new TemporaryFolder();
        folder.Write("flow.json", "{}");
        string path = folder.Write("a.scenario.json", """{ "scenario": "a", "flow": "flow.json" }""");

        Should.Throw<FlowCompilationException>(() => ScenarioRunner.Run(Scenario.Read(path).GetOrThrow()));
    }

    [Fact]
    public void Verify_OfAFailedScenario_ThrowsWithTheReport()
    {
        using var folder = new TemporaryFolder();
        string flow = Path.Combine(Folder, "router.json").Replace('\\', '/');
        string path = folder.Write("a.scenario.json", $$"""{ "scenario": "a", "title": "Title", "flow": "{{flow}}", "expect_end": { "status": "ended" } }""");

        ScenarioFailedException exception = Should.Throw<ScenarioFailedException>(() => ScenarioFiles.Verify(path));

        exception.Message.ShouldBe("a: Title\n\n" + exception.Result.Report);
    }

    [Fact]
    public void ATranscriptThatDiffers_Fails_WithTheDifference()
    {
        using var folder = new TemporaryFolder();
        string flow = Path.Combine(Folder, "router.json").Replace('\\', '/');
        string path = folder.Write("a.scenario.json", $$"""{ "scenario": "a", "flow": "{{flow}}", "expect_end": { "transcript": true } }""");
        folder.Write("a.verified.txt", "Hello there, we look at it together.\nWhat colour is the lamp on your router?\n  1. Green\n  2. Red\n");

        ScenarioFailure failure = ScenarioRunner.Run(Scenario.Read(path).GetOrThrow()).Failures.Single();

        failure.Member.ShouldBe("transcript");
        failure.Expected.ShouldBe("as in a.verified.txt");
        failure.Actual.ShouldBe("""
              Hello there, we look at it together.
            - What colour is the lamp on your router?
            + What colour is the light on your router?
                1. Green
                2. Red
            """.ReplaceLineEndings("\n"));
        File.Exists(folder.At("a.received.txt")).ShouldBeTrue();
    }

    private static ScenarioResult Run(string members)
    {
        string text = $$"""{ "scenario": "x", "flow": "router.json", {{members}} }""";
        Scenario scenario = Scenario.Read("x.scenario.json", System.Text.Encoding.UTF8.GetBytes(text)).GetOrThrow();
        return ScenarioRunner.Run(scenario with { FlowFile = Path.Combine(Folder, "router.json") });
    }
}
