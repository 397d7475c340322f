namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>What a file should hold, for messages about one that holds something else.</summary>
/// <param name="HoldsNothing">Said of an empty file.</param>
/// <param name="GoesOn">Said of one with more behind its end.</param>
internal sealed record FileKind(string HoldsNothing, string GoesOn)
{
    public static FileKind Scenario { get; } = new("The file holds no scenario. A scenario starts with '{'.", "Something stands behind the end of the scenario. Remove it.");

    public static FileKind Stubs { get; } = new("The file holds no results of actions. Write { \"actions\": { … } }.", "Something stands behind the end of the results. Remove it.");
}
