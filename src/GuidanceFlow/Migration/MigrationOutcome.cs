namespace GuidanceFlow.Migration;

/// <summary>What became of a session that was taken to a newer version of its flow.</summary>
public enum MigrationOutcome
{
    /// <summary>All is as it was, under the same ids and names.</summary>
    Same,

    /// <summary>It is where it was, with other ids, other data, or without what the newer version no longer has.</summary>
    Mapped,

    /// <summary>It is at an earlier question, or at the same one, which is asked again.</summary>
    Rewound,

    /// <summary>It cannot go on where it was: it stays on its version, or is handed off.</summary>
    Orphaned,
}
