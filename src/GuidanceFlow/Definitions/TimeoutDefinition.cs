namespace GuidanceFlow.Definitions;

/// <summary>When something is no longer waited for, and what then.</summary>
public sealed record TimeoutDefinition
{
    /// <summary>How long it is waited for.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>The step that leads on then.</summary>
    public required string Goto { get; init; }

    /// <summary>What happens when nobody was there in time, as after an outage, during which nothing could come.</summary>
    public LatePolicy Late { get; init; }
}
