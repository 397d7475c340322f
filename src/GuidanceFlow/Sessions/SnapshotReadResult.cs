using System.Diagnostics.CodeAnalysis;

namespace GuidanceFlow.Sessions;

/// <summary>What reading a snapshot gave: the session, or what is wrong.</summary>
public sealed record SnapshotReadResult
{
    private SnapshotReadResult(GuidanceSession? session, SnapshotProblem? problem, string? message)
    {
        Session = session;
        Problem = problem;
        Message = message;
    }

    /// <summary>The session; null when there is a problem.</summary>
    public GuidanceSession? Session { get; }

    /// <summary>What kind of problem there is; null when there is none.</summary>
    public SnapshotProblem? Problem { get; }

    /// <summary>The problem in a sentence; null when there is none.</summary>
    public string? Message { get; }

    /// <summary>Whether there is a session.</summary>
    [MemberNotNullWhen(true, nameof(Session))]
    [MemberNotNullWhen(false, nameof(Problem), nameof(Message))]
    public bool Success => Session is not null;

    /// <summary>The session.</summary>
    /// <exception cref="InvalidDataException">There was a problem.</exception>
    public GuidanceSession GetOrThrow() => Session ?? throw new InvalidDataException(Message);

    internal static SnapshotReadResult Succeeded(GuidanceSession session) => new(session, null, null);

    internal static SnapshotReadResult Failed(SnapshotProblem problem, string message) => new(null, problem, message);
}
