namespace GuidanceFlow.Sessions;

/// <summary>Why a snapshot could not be read.</summary>
public enum SnapshotProblem
{
    /// <summary>It is not the JSON of a session.</summary>
    Malformed,

    /// <summary>It was written in another format version.</summary>
    UnknownVersion,

    /// <summary>It belongs to another flow, version or structure.</summary>
    FlowMismatch,

    /// <summary>It is of another session or turn than the store says.</summary>
    Misplaced,
}
