using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Testing.Scenarios.Reading;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>A conversation as it should go: what the customer says, and what is expected of each turn. Immutable.</summary>
public sealed record Scenario
{
    /// <summary>The file it was read from, as it was named.</summary>
    public required string File { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows, for people; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The path of the flow's file.</summary>
    public required string FlowFile { get; init; }

    /// <summary>What becomes of the actions that the flow calls.</summary>
    public ActionStubs Actions { get; init; } = ActionStubs.None;

    /// <summary>What the session is started with.</summary>
    public required StartRequest Start { get; init; }

    /// <summary>The time of the first turn.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is expected of the first turn; null for nothing.</summary>
    public TurnExpectation? Expect { get; init; }

    /// <summary>What happens, in order.</summary>
    public EquatableArray<ScenarioStep> Steps { get; init; }

    /// <summary>What is expected once every answer was given; null for nothing.</summary>
    public EndExpectation? ExpectEnd { get; init; }

    /// <summary>Reads a scenario's file.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The scenario or null, with every problem; nothing is thrown for what the file contains.</returns>
    public static ScenarioReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioReader.ReadFile(path);
    }

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The path that messages give, and that the flow's path is relative to.</param>
    /// <param name="utf8">The scenario in UTF-8.</param>
    public static ScenarioReadResult Read(string path, ReadOnlyMemory<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioReader.Read(path, utf8);
    }
}
