namespace GuidanceFlow.Definitions;

/// <summary>A template that the flow's other templates include by its id: <c>{{ include "device-line" device }}</c>.</summary>
public sealed record PartialDefinition
{
    /// <summary>The id, in kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>The template. It sees the names of the template that includes it, its arguments in <c>$1</c> and <c>$.name</c>, and variables of its own.</summary>
    public required string Text { get; init; }
}
