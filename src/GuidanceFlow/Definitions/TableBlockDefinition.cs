namespace GuidanceFlow.Definitions;

/// <summary>A table. Its rows are either written out or made from a list.</summary>
public sealed record TableBlockDefinition : BlockDefinition
{
    /// <inheritdoc/>
    public override string Type => "table";

    /// <summary>The title: a template. Null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The column heads: templates; at least one.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>The rows, each with one template a column; empty when the rows come from a list.</summary>
    public EquatableArray<EquatableArray<string>> Rows { get; init; }

    /// <summary>Makes one row an item of a list; null when the rows are written out.</summary>
    public TableRowsDefinition? RowsFrom { get; init; }
}
