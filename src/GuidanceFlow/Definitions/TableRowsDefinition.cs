namespace GuidanceFlow.Definitions;

/// <summary>Rows of a table made from a list.</summary>
public sealed record TableRowsDefinition
{
    /// <summary>The list: an expression.</summary>
    public required string From { get; init; }

    /// <summary>The name of the item inside <see cref="Cells"/>.</summary>
    public required string As { get; init; }

    /// <summary>One template a column.</summary>
    public EquatableArray<string> Cells { get; init; }
}
