namespace GuidanceFlow.Definitions;

/// <summary>Something the host must be able to do for the flow, with the types of what it is given and gives back.</summary>
public sealed record ActionDefinition
{
    /// <summary>The name, by which the host registers it: <c>order.find</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is given.</summary>
    public EquatableArray<DataDefinition> With { get; init; }

    /// <summary>What it gives back.</summary>
    public EquatableArray<DataDefinition> Returns { get; init; }

    /// <summary>The errors it may end with, beside <c>timeout</c>, <c>failed</c>, <c>interrupted</c> and <c>invalid_result</c>.</summary>
    public EquatableArray<string> Errors { get; init; }
}
