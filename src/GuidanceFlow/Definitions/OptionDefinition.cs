namespace GuidanceFlow.Definitions;

/// <summary>One option of an <see cref="OptionsAnswerDefinition"/>.</summary>
public sealed record OptionDefinition
{
    /// <summary>The value that is saved; unique in its question.</summary>
    public required string Value { get; init; }

    /// <summary>What the customer reads: a template. Null for the value itself.</summary>
    public string? Label { get; init; }

    /// <summary>Other words for the option.</summary>
    public EquatableArray<string> Synonyms { get; init; }

    /// <summary>A boolean expression; when it is false the option is not offered. Null for always.</summary>
    public string? When { get; init; }

    /// <summary>Where to go on when it is chosen; beats the step's own routes. Null for those, and where several may be chosen.</summary>
    public string? Goto { get; init; }
}
