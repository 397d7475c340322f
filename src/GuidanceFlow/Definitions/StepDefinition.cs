namespace GuidanceFlow.Definitions;

/// <summary>One step of a flow. The kinds are the derived records.</summary>
public abstract record StepDefinition
{
    private protected StepDefinition()
    {
    }

    /// <summary>The id, in kebab-case, unique in the flow.</summary>
    public required string Id { get; init; }

    /// <summary>The step's kind as it stands in the file: <c>say</c>, <c>ask</c> …</summary>
    public abstract string Type { get; }

    /// <summary>What people call the step.</summary>
    public string? Title { get; init; }

    /// <summary>A remark for authors.</summary>
    public string? Note { get; init; }

    /// <summary>A boolean expression; when it is false the step is skipped. Null for always.</summary>
    public string? When { get; init; }

    /// <summary>Where to go on, in order, the first true guard wins; empty for the following step.</summary>
    public EquatableArray<RouteDefinition> Next { get; init; }
}
