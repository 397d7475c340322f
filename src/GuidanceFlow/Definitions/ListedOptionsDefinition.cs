namespace GuidanceFlow.Definitions;

/// <summary>Options made from a list: one an item.</summary>
public sealed record ListedOptionsDefinition
{
    /// <summary>The name of the item where <see cref="As"/> says none: <c>item</c>.</summary>
    public const string DefaultItem = "item";

    /// <summary>The list: an expression.</summary>
    public required string From { get; init; }

    /// <summary>The name of the item inside the other members.</summary>
    /// <value>The default is <c>item</c>.</value>
    public string As { get; init; } = DefaultItem;

    /// <summary>A boolean expression; items for which it is false are left out. Null for none.</summary>
    public string? Where { get; init; }

    /// <summary>The value that is saved: an expression that gives a text. Of several items with the same value the first one counts.</summary>
    public required string Value { get; init; }

    /// <summary>What the customer reads: a template. Null for the value itself.</summary>
    public string? Label { get; init; }
}
