using GuidanceFlow.Definitions;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Samples;

/// <summary>Every sample flow compiles without a finding, its scenarios pass, and together they enter every step.</summary>
public sealed class SampleFlowTests
{
    private static readonly string Folder = Repository.Path("samples", "flows");

    public static TheoryData<string> Flows => [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Folder, file))];

    public static TheoryData<string> Scenarios => [.. ScenarioFiles.Find(Folder).Select(file => Path.GetRelativePath(Folder, file))];

    [Theory, MemberData(nameof(Flows))]
    public void Flow_OfTheSamples_CompilesWithoutFindings(string flow) =>
        FlowCompiler.Compile([FlowSource.FromFile(Path.Combine(Folder, flow))]).Diagnostics.ShouldBeEmpty();

    /// <summary>What a follow-up is given is checked where its flow is there, as in a host that has them all.</summary>
    [Fact]
    public void Flows_OfTheSamples_CompileTogether() =>
        FlowCompiler.Compile([.. Flows.Select(row => FlowSource.FromFile(Path.Combine(Folder, row.Data)))]).Diagnostics.ShouldBeEmpty();

    [Theory, MemberData(nameof(Scenarios))]
    public void Scenario_OfTheSamples_Passes(string scenario)
    {
        ScenarioResult result = ScenarioRunner.Run(Scenario.Read(Path.Combine(Folder, scenario)).GetOrThrow());
        result.Passed.ShouldBeTrue(result.Report);
    }

    [Theory, MemberData(nameof(Flows))]
    public void Scenarios_OfAFlow_EnterEveryStep(string flow)
    {
        string file = Path.Combine(Folder, flow);
        Flow compiled = FlowCompiler.Compile([FlowSource.FromFile(file)]).GetOrThrow();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (string scenario in ScenarioFiles.Find(Path.GetDirectoryName(file)!))
        {
            ScenarioResult result = ScenarioRunner.Run(Scenario.Read(scenario).GetOrThrow());
            entered.UnionWith(result.Conversation.SelectMany(turn => turn.Reply.Entered));
        }

        compiled.Steps.Select(step => step.Id).Where(step => !entered.Contains(step)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("after-care", 13)]
    [InlineData("order-status", 5)]
    public void EveryScenario_IsThereInBothLanguages(string folder, int atLeast)
    {
        string[] names = [.. ScenarioFiles.Find(Path.Combine(Folder, folder)).Select(file => Path.GetFileName(file)[..^".scenario.json".Length])];
        string[] chinese = [.. names.Where(name => name.EndsWith(".zh-CN", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        names.Except(chinese).Select(name => name + ".zh-CN").Order(StringComparer.Ordinal).ShouldBe(chinese);
        chinese.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
    }
}
