namespace GuidanceFlow.Sessions;

/// <summary>What became of a commit.</summary>
public enum CommitResult
{
    /// <summary>Everything is stored.</summary>
    Committed,

    /// <summary>Nothing is stored: the session is at another turn than expected.</summary>
    Conflict,

    /// <summary>Nothing is stored: a turn of this session has the input's id already.</summary>
    DuplicateInput,
}
