namespace GuidanceFlow.Definitions;

/// <summary>A named part of a flow; customers see the stages as progress.</summary>
public sealed record StageDefinition
{
    /// <summary>The id, in kebab-case, unique among stages.</summary>
    public required string Id { get; init; }

    /// <summary>What customers read.</summary>
    public string? Title { get; init; }

    /// <summary>A remark for authors.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the stage counts in "Stage n of m".</summary>
    /// <value>The default is true; a stage that only closes or rescues the conversation says false.</value>
    public bool Counted { get; init; } = true;

    /// <summary>What is said to answers that were not understood, where a step does not say it.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>What happens when customers say nothing, where a step does not say it.</summary>
    public SilenceDefinition? Silence { get; init; }

    /// <summary>Overrides the flow's fallback for the steps of this stage.</summary>
    public FallbackDefinition? Fallback { get; init; }

    /// <summary>The steps in order; at least one.</summary>
    public EquatableArray<StepDefinition> Steps { get; init; }
}
