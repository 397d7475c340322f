using System.Collections.Immutable;

namespace GuidanceFlow.Engine;

/// <summary>Why a turn failed.</summary>
/// <param name="Step">The id of the step it failed at; null for a start that does not fit the flow.</param>
/// <param name="Details">What was wrong, one sentence each, with the remedy where one is known; at least one.</param>
public sealed record TurnError(string? Step, ImmutableArray<string> Details)
{
    /// <summary>All details in one line.</summary>
    public override string ToString() => (Step is null ? string.Empty : "step '" + Step + "': ") + string.Join(" ", Details);
}
