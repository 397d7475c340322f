namespace GuidanceFlow.Replay;

/// <summary>Why a journal does not give its session again.</summary>
public enum ReplayProblem
{
    /// <summary>There is no entry.</summary>
    Empty,

    /// <summary>An entry lacks something that its kind must have.</summary>
    Malformed,

    /// <summary>An entry was written in a later format version.</summary>
    UnknownVersion,

    /// <summary>What an entry says was hidden, as in an export.</summary>
    Masked,

    /// <summary>Turns are missing, or not in their order.</summary>
    Gap,

    /// <summary>Entries of several sessions stand in it.</summary>
    SeveralSessions,

    /// <summary>A flow, or the version of it that a turn was made under, is not at hand.</summary>
    FlowNotFound,

    /// <summary>A turn was made under a flow of another structure.</summary>
    FlowMismatch,

    /// <summary>A turn that is made again is not the one that its entry tells of.</summary>
    Differs,
}
