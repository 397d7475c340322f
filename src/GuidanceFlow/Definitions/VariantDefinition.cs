namespace GuidanceFlow.Definitions;

/// <summary>Another wording of a step's text, for some of its customers. It has either a condition or a weight.</summary>
public sealed record VariantDefinition
{
    /// <summary>What stands for the step's own text where the chosen wording is recorded; no variant may be called so.</summary>
    public const string Base = "base";

    /// <summary>The id, unique in its step.</summary>
    public required string Id { get; init; }

    /// <summary>A boolean expression; the first variant whose condition is true is said. Null for a variant that goes by its weight.</summary>
    public string? When { get; init; }

    /// <summary>How many percent of the sessions in which no condition holds get it: 1 to 100, and together at most 100. Null for a variant with a condition.</summary>
    public int? Weight { get; init; }

    /// <summary>What is said instead of the step's own text: a template.</summary>
    public required string Text { get; init; }
}
