namespace GuidanceFlow.Definitions;

/// <summary>What is said to answers that were not understood.</summary>
public sealed record RetryDefinition
{
    /// <summary>Templates used in order, one an attempt; the last one repeats.</summary>
    public EquatableArray<string> Texts { get; init; }
}
