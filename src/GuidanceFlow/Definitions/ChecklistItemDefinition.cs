namespace GuidanceFlow.Definitions;

/// <summary>One item of a <see cref="ChecklistBlockDefinition"/>.</summary>
public sealed record ChecklistItemDefinition
{
    /// <summary>What to do or check: a template.</summary>
    public required string Text { get; init; }

    /// <summary>A boolean expression that says whether it is done; null for an item without a tick.</summary>
    public string? Done { get; init; }
}
