namespace GuidanceFlow.Definitions;

/// <summary>What becomes of a session that a <see cref="MigrationDefinition"/> cannot take to where it was.</summary>
public enum UnmappedPolicy
{
    /// <summary>It stays on its version, as long as the host has that.</summary>
    Finish,

    /// <summary>It goes back to the latest question it answered that the new version has, which is asked again.</summary>
    Rewind,

    /// <summary>It goes where the new version's fallback leads: mostly to a person.</summary>
    Handoff,
}
