using System.Collections.Immutable;
using GuidanceFlow.Testing.Scenarios.Checks;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What came of running a scenario. Immutable.</summary>
public sealed record ScenarioResult
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What happened, turn by turn; the first is the start.</summary>
    public required ImmutableArray<ConversationTurn> Conversation { get; init; }

    /// <summary>Everything that is not as expected, in the order of the conversation.</summary>
    public required ImmutableArray<ScenarioFailure> Failures { get; init; }

    /// <summary>Whether everything is as expected.</summary>
    public bool Passed => Failures.IsEmpty;

    /// <summary>The conversation as people read it.</summary>
    public string Transcript => Testing.Transcript.Render(Conversation);

    /// <summary>The conversation with each turn that failed marked by <c>&gt;&gt;</c>, and below it what was expected and what came.</summary>
    public string Report => ScenarioReport.Render(this);
}
