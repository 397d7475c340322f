using GuidanceFlow.Engine;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>Something that should have happened in a turn. Null means anything goes. Immutable.</summary>
/// <param name="Kind">What.</param>
public sealed record EventExpectation(TurnEventKind Kind)
{
    /// <summary>The id of the step at which it happened.</summary>
    public string? Step { get; init; }

    /// <summary>More, by kind, as <see cref="TurnEvent.Detail"/>.</summary>
    public string? Detail { get; init; }
}
