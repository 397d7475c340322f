using GuidanceFlow.Testing;

namespace GuidanceFlow.Cli.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private const string Passing = """{ "scenario": "good", "title": "All is well", "flow": "router.json", "steps": [{ "answer": "green" }], "expect_end": { "outcome": "resolved" } }""";

    private readonly TemporaryFolder _folder = new();

    public TestCommandTests() => File.Copy(CommandLine.Router, _folder.At("router.json"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ScenariosThatPass_TakeALineEach()
    {
        _folder.Write("b.scenario.json", Passing);
        _folder.Write("a.scenario.json", Passing);

        Test(_folder.Path).ShouldBe(new Output(0, "ok   a.scenario.json\nok   b.scenario.json\n2 passed, 0 failed\n", string.Empty));
    }

    [Fact]
    public void AScenarioThatFails_ShowsTheConversationWithThePlaceMarked()
    {
        _folder.Write("bad.scenario.json", Passing.Replace("resolved", "escalated", StringComparison.Ordinal).Replace("{ \"answer\": \"green\" }", "{ \"answer\": \"green\", \"expect\": { \"step\": \"restart\" } }", StringComparison.Ordinal));
        _folder.Write("good.scenario.json", Passing);

        Output output = Test(_folder.Path);

        output.Code.ShouldBe(1);
        Golden.Verify(output.Text);
    }

    [Fact]
    public void AScenarioThatDoesNotFollowItsFormat_Fails_AndTheOthersRun()
    {
        _folder.Write("bad.scenario.json", Passing.Replace("\"steps\"", "\"step\"", StringComparison.Ordinal));
        _folder.Write("good.scenario.json", Passing);

        Test(_folder.Path).ShouldBe(new Output(
            1,
            "FAIL bad.scenario.json: the scenario does not follow its format\nok   good.scenario.json\n1 passed, 1 failed\n",
            "bad.scenario.json(1,70): error GF0802: Unknown member 'step' in a scenario. Did you mean 'steps'?\n"));
    }

    [Fact]
    public void AFlowThatCannotBeLoaded_Gives3_AndIsExplainedOnce()
    {
        _folder.Write("gone1.scenario.json", Passing.Replace("router.json", "gone.json", StringComparison.Ordinal));
        _folder.Write("gone2.scenario.json", Passing.Replace("router.json", "gone.json", StringComparison.Ordinal));
        _folder.Write("good.scenario.json", Passing);

        Test(_folder.Path).ShouldBe(new Output(
            3,
            "FAIL gone1.scenario.json: the flow 'gone.json' cannot be loaded\nFAIL gone2.scenario.json: the flow 'gone.json' cannot be loaded\nok   good.scenario.json\n1 passed, 2 failed\n",
            "gone.json(1,1): error GF0002: There is no such file.\n"));
    }

    [Fact]
    public void NoScenario_IsWrongUsage()
    {
        Test(_folder.Path).ShouldBe(new Output(2, string.Empty, $"error: There is no *.scenario.json in '{_folder.Path}'.\n"));
        Test("nowhere").ShouldBe(new Output(2, string.Empty, "error: There is no file or folder 'nowhere'.\n"));
    }

    private Output Test(params string[] paths) => CommandLine.Run(["test", .. paths]).In(_folder.Path);
}
