using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Samples;

/// <summary>
/// Everything people do between a question and its answer, played through in one flow, a scenario with a golden transcript for each thing, in English and in Chinese: what the units are tested for
/// elsewhere stands here as a customer meets it.
/// </summary>
public sealed class PlayThroughTests
{
    private static readonly string Folder = Repository.Path("tests", "flows", "Conversation");

    public static TheoryData<string> Scenarios => [.. Directory.EnumerateFiles(Folder, "*.scenario.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_GoesAsItShould(string file) => ScenarioFiles.Verify(Path.Combine(Folder, file));

    [Fact]
    public void EveryScenario_IsThereInBothLanguages()
    {
        string[] names = [.. Directory.EnumerateFiles(Folder, "*.scenario.json").Select(file => Path.GetFileName(file)[..^".scenario.json".Length])];
        names.Where(name => !name.EndsWith(".zh-CN", StringComparison.Ordinal)).Select(name => name + ".zh-CN").Order(StringComparer.Ordinal)
            .ShouldBe(names.Where(name => name.EndsWith(".zh-CN", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        names.Length.ShouldBeGreaterThanOrEqualTo(24);
    }
}
