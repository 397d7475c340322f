using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions;

/// <summary>
/// What a row asks of one input: nothing, one of several values, or a range. Values are texts, numbers, true, false and null; dates and
/// durations are texts in ISO 8601.
/// </summary>
public sealed record DecisionCellDefinition
{
    /// <summary>Takes every value, and none too.</summary>
    public static DecisionCellDefinition Any { get; } = new();

    /// <summary>The values the cell takes; empty for a range and for <see cref="Any"/>.</summary>
    public EquatableArray<Value> Values { get; init; }

    /// <summary>The least value of a range; null for none.</summary>
    public Value From { get; init; }

    /// <summary>What every value of a range is greater than; null for none.</summary>
    public Value Above { get; init; }

    /// <summary>The greatest value of a range; null for none.</summary>
    public Value To { get; init; }

    /// <summary>What every value of a range is less than; null for none.</summary>
    public Value Below { get; init; }

    /// <summary>Whether the cell is a range.</summary>
    public bool IsRange => !From.IsNull || !Above.IsNull || !To.IsNull || !Below.IsNull;

    /// <summary>Takes these values; <see cref="Value.Null"/> is the missing value.</summary>
    public static DecisionCellDefinition OneOf(params ReadOnlySpan<Value> values) => new() { Values = EquatableArray.Create(values) };
}
