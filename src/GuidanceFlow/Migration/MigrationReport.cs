using GuidanceFlow.Definitions;

namespace GuidanceFlow.Migration;

/// <summary>What a host would do with sessions at their next inputs: nothing of it has happened. Immutable, compared by content.</summary>
public sealed record MigrationReport
{
    /// <summary>How many would go on under a newer version just as they are.</summary>
    public int Same { get; init; }

    /// <summary>How many would go on where they are, with other ids or data.</summary>
    public int Mapped { get; init; }

    /// <summary>How many would be asked something again.</summary>
    public int Rewound { get; init; }

    /// <summary>How many cannot go on under a newer version where they are.</summary>
    public int Orphaned { get; init; }

    /// <summary>How many of <see cref="Orphaned"/> would be handed off; the others stay on their version, or are refused where that is retired.</summary>
    public int HandedOff { get; init; }

    /// <summary>How many are on a version whose sessions no newer one takes, or that an action or a person has, behind which they are taken over.</summary>
    public int Untouched { get; init; }

    /// <summary>How many are over.</summary>
    public int Ended { get; init; }

    /// <summary>How many cannot be read, or are of a flow or version that is not there.</summary>
    public int Unreadable { get; init; }

    /// <summary>How many there are.</summary>
    public int Total => Same + Mapped + Rewound + Orphaned + Untouched + Ended + Unreadable;

    /// <summary>The first ones of each kind for which there is something to say: mapped, rewound, orphaned, unreadable.</summary>
    public EquatableArray<MigrationExample> Examples { get; init; }
}
