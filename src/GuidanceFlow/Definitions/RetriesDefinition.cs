namespace GuidanceFlow.Definitions;

/// <summary>How often an action that fails is tried again.</summary>
public sealed record RetriesDefinition
{
    /// <summary>How often, beside the first time: 1 to 20.</summary>
    public required int Times { get; init; }

    /// <summary>How long after the first failure; each time twice as long as before, up to an hour.</summary>
    /// <value>The default is a second.</value>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(1);
}
