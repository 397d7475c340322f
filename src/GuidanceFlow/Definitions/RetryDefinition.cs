namespace GuidanceFlow.Definitions;

/// <summary>What is said to answers that were not understood. What is left out is inherited: a step's from its stage, a stage's from the flow.</summary>
public sealed record RetryDefinition
{
    /// <summary>Templates used in order, one an attempt; the last one repeats.</summary>
    public EquatableArray<string> Texts { get; init; }

    /// <summary>The same for answers that were understood but do not fit, such as a number out of bounds; empty for <see cref="Texts"/>.</summary>
    public EquatableArray<string> Invalid { get; init; }
}
