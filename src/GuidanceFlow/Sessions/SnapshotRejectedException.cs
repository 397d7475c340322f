namespace GuidanceFlow.Sessions;

/// <summary>A stored session cannot be continued, because its snapshot does not fit; nothing was changed.</summary>
public sealed class SnapshotRejectedException : Exception
{
    internal SnapshotRejectedException(string sessionId, SnapshotProblem problem, string message)
        : base($"Session '{sessionId}' cannot be continued. {message}")
    {
        SessionId = sessionId;
        Problem = problem;
    }

    /// <summary>The session.</summary>
    public string SessionId { get; }

    /// <summary>What is wrong with its snapshot.</summary>
    public SnapshotProblem Problem { get; }
}
