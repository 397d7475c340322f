namespace GuidanceFlow.Definitions;

/// <summary>When something is no longer waited for, and what then.</summary>
public sealed record TimeoutDefinition
{
    /// <summary>How long it is waited for.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>The step that leads on then.</summary>
    public required string Goto { get; init; }
}
