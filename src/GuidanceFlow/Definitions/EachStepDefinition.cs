namespace GuidanceFlow.Definitions;

/// <summary>Runs its steps once for every item of a list.</summary>
public sealed record EachStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "each";

    /// <summary>The list: an expression. It is ordered and frozen when the step is entered.</summary>
    public required string In { get; init; }

    /// <summary>The name of the item inside the steps.</summary>
    public required string As { get; init; }

    /// <summary>A boolean expression over an item; items for which it is false are left out. Null for all.</summary>
    public string? Where { get; init; }

    /// <summary>An expression over an item; items are ordered by it, ascending and stable. Null for the list as it is.</summary>
    public string? OrderBy { get; init; }

    /// <summary>The steps run for every item; at least one.</summary>
    public EquatableArray<StepDefinition> Steps { get; init; }

    /// <summary>
    /// At the end of every item, failed or not, each expression is computed and its value appended to the named datum, a
    /// list; null is not appended. The lists are emptied when the step is entered.
    /// </summary>
    public EquatableArray<AssignmentDefinition> Collect { get; init; }

    /// <summary>What happens when an item fails; null for the inherited fallback.</summary>
    public ItemFailurePolicy? OnFailure { get; init; }
}
