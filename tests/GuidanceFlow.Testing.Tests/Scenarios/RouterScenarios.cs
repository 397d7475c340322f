namespace GuidanceFlow.Testing.Tests.Scenarios;

/// <summary>The scenarios of a folder as tests, as docs/testing.md shows it.</summary>
public sealed class RouterScenarios
{
    public static IEnumerable<object[]> All => ScenarioFiles.In("Router");

    [Theory, MemberData(nameof(All))]
    public void Scenario(string name) => ScenarioFiles.Verify(name);
}
