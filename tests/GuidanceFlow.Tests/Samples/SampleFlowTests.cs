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
}
