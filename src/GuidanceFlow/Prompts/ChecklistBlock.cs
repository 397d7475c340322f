using GuidanceFlow.Definitions;

namespace GuidanceFlow.Prompts;

/// <summary>Things to do or to check.</summary>
/// <param name="Title">The title; null for none.</param>
/// <param name="Items">The items in order.</param>
public sealed record ChecklistBlock(string? Title, EquatableArray<ChecklistItem> Items) : Block
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override string Type => "checklist";
}
