namespace GuidanceFlow.Definitions;

/// <summary>Has the host do something, and goes on with what it gives back. Until then the session is busy.</summary>
public sealed record CallStepDefinition : StepDefinition
{
    /// <summary>How long an action may take where a step does not say it.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest an action may take; what takes longer is waited for with a signal.</summary>
    public static TimeSpan LongestTimeout { get; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override string Type => "call";

    /// <summary>The action's name, one of <see cref="FlowDefinition.Actions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What it is given: expressions by name.</summary>
    public EquatableArray<AssignmentDefinition> With { get; init; }

    /// <summary>What is kept: data, and what is given back for them.</summary>
    public EquatableArray<ReturnDefinition> Save { get; init; }

    /// <summary>What is said before it begins: a template; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>How long it may take each time; null for <see cref="DefaultTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often it is tried again when it ends with <c>timeout</c> or <c>failed</c>; null for not at all. The action's own errors are answers.</summary>
    public RetriesDefinition? Retries { get; init; }

    /// <summary>Whether it does no harm to do it twice, with the same key. One that must not be is never begun again: what became of it is not known then.</summary>
    /// <value>The default is true.</value>
    public bool Repeatable { get; init; } = true;

    /// <summary>Where it goes on when it fails for good, in order, the first true guard wins; empty for the fallback.</summary>
    public EquatableArray<RouteDefinition> OnError { get; init; }

    /// <summary>Overrides the stage's and the flow's fallback.</summary>
    public FallbackDefinition? Fallback { get; init; }
}
