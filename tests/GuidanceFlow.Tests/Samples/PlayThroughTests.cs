using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Samples;

/// <summary>
/// Everything that happens in a conversation, played through in three flows, a scenario with a golden transcript for each thing, in English and in Chinese: what the units are tested for
/// elsewhere stands here as a customer meets it. One flow has what people do between a question and its answer, one what goes on beside: time, signals, actions, colleagues; one asks for consent before
/// anybody looks at a screen.
/// </summary>
public sealed class PlayThroughTests
{
    private static readonly string Folder = Repository.Path("tests", "flows");

    public static TheoryData<string> Scenarios => [.. In("Conversation"), .. In("ScreenSharing"), .. In("Waiting")];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_GoesAsItShould(string file) => ScenarioFiles.Verify(Path.Combine(Folder, file));

    [Theory]
    [InlineData("Conversation", 24)]
    [InlineData("ScreenSharing", 12)]
    [InlineData("Waiting", 24)]
    public void EveryScenario_IsThereInBothLanguages(string folder, int atLeast)
    {
        string[] names = [.. In(folder).Select(file => file[..^".scenario.json".Length])];
        names.Where(name => !name.EndsWith(".zh-CN", StringComparison.Ordinal)).Select(name => name + ".zh-CN").Order(StringComparer.Ordinal)
            .ShouldBe(names.Where(name => name.EndsWith(".zh-CN", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        names.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.scenario.json").Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
