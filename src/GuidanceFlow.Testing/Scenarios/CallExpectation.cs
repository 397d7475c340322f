using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>An action that should have been begun. Null, or empty where only some values are looked for, means anything goes. Immutable.</summary>
public sealed record CallExpectation
{
    /// <summary>Its name.</summary>
    public string? Action { get; init; }

    /// <summary>Some of its arguments; null for one without a value.</summary>
    public EquatableArray<KeyValuePair<string, Value>> With { get; init; }

    /// <summary>Which attempt it is, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>The id of the step that calls.</summary>
    public string? Step { get; init; }
}
