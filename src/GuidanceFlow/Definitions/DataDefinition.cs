using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions;

/// <summary>A named, typed value: an input, a datum the flow collects, or a field of an object.</summary>
public sealed record DataDefinition
{
    /// <summary>The name, in snake_case.</summary>
    public required string Name { get; init; }

    /// <summary>The type.</summary>
    public required DataType Type { get; init; }

    /// <summary>Whether the value may be missing; templates then see null.</summary>
    public bool Optional { get; init; }

    /// <summary>The value before anything is assigned; <see cref="Value.Null"/> for none.</summary>
    public Value Default { get; init; }
}
