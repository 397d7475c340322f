namespace GuidanceFlow.Definitions;

/// <summary>How sessions of older versions of a flow go on under this one. A session is migrated at its next input.</summary>
public sealed record MigrationDefinition
{
    /// <summary>The versions whose sessions are migrated, each below the flow's own; at least one.</summary>
    public required EquatableArray<int> From { get; init; }

    /// <summary>The steps that have another id now, or are gone. A step whose id is the same needs no entry.</summary>
    public EquatableArray<StepMappingDefinition> Steps { get; init; }

    /// <summary>The inputs and data that are not simply what the older version has under the same name, each with an expression over the older version's inputs and data.</summary>
    public EquatableArray<AssignmentDefinition> Data { get; init; }

    /// <summary>What becomes of a session that waits where this version has nothing in its place.</summary>
    public UnmappedPolicy Unmapped { get; init; }
}
