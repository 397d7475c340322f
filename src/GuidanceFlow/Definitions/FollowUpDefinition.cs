namespace GuidanceFlow.Definitions;

/// <summary>Another session, some time after this one has ended: does it still work, how was it?</summary>
public sealed record FollowUpDefinition
{
    /// <summary>The id of its flow; the newest version there is then.</summary>
    public required string Flow { get; init; }

    /// <summary>How long after the end.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>Its inputs: expressions by name.</summary>
    public EquatableArray<AssignmentDefinition> With { get; init; }

    /// <summary>What happens when nobody was there within a day of its time, as after an outage.</summary>
    public LatePolicy Late { get; init; }
}
