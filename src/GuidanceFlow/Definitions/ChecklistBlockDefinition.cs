namespace GuidanceFlow.Definitions;

/// <summary>A list of things to do or to check.</summary>
public sealed record ChecklistBlockDefinition : BlockDefinition
{
    /// <inheritdoc/>
    public override string Type => "checklist";

    /// <summary>The title: a template. Null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The items in order; at least one.</summary>
    public EquatableArray<ChecklistItemDefinition> Items { get; init; }
}
