using GuidanceFlow.Definitions;

namespace GuidanceFlow.Prompts;

/// <summary>A table.</summary>
/// <param name="Title">The title; null for none.</param>
/// <param name="Columns">The column heads.</param>
/// <param name="Rows">The rows, each with one cell a column.</param>
public sealed record TableBlock(string? Title, EquatableArray<string> Columns, EquatableArray<EquatableArray<string>> Rows) : Block
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override string Type => "table";
}
