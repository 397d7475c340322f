using GuidanceFlow.Definitions;

namespace GuidanceFlow.Migration;

/// <summary>A session that a dry run looked at. Immutable, compared by content. Of one that could be read it shows no value a customer gave.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="FlowId">Its flow.</param>
/// <param name="FlowVersion">The version it is on.</param>
/// <param name="Outcome">What would become of it; null for one that cannot be read.</param>
/// <param name="Step">The id of the step it waits at; null for one that cannot be read.</param>
/// <param name="Reasons">What would be other than it is, and why, in short sentences.</param>
public sealed record MigrationExample(string SessionId, string FlowId, int FlowVersion, MigrationOutcome? Outcome, string? Step, EquatableArray<string> Reasons)
{
    /// <summary>Whether it would be handed off.</summary>
    public bool IsHandedOff { get; init; }
}
