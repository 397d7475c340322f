using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Replay;

/// <summary>What replaying a journal gave: the session and its turns, or what is wrong and where. Immutable.</summary>
public sealed record ReplayResult
{
    private ReplayResult(ImmutableArray<Turn> turns, ReplayProblem? problem, int? problemTurn, string? message)
    {
        Turns = turns;
        Problem = problem;
        ProblemTurn = problemTurn;
        Message = message;
    }

    /// <summary>The session after the last turn; null when there is a problem.</summary>
    public GuidanceSession? Session => Problem is null ? Turns[^1].Session : null;

    /// <summary>The turns, made again, the start first: all of them, or those before the problem. Their effects are data; nothing is carried out.</summary>
    public ImmutableArray<Turn> Turns { get; }

    /// <summary>What kind of problem there is; null when there is none.</summary>
    public ReplayProblem? Problem { get; }

    /// <summary>The turn that the problem is at, as the journal numbers it; null for a problem of the whole journal, and when there is none.</summary>
    public int? ProblemTurn { get; }

    /// <summary>The problem in a sentence, without anything a customer said; null when there is none.</summary>
    public string? Message { get; }

    /// <summary>Whether there is a session.</summary>
    [MemberNotNullWhen(true, nameof(Session))]
    [MemberNotNullWhen(false, nameof(Problem), nameof(Message))]
    public bool Success => Problem is null;

    /// <summary>The session.</summary>
    /// <exception cref="InvalidDataException">There was a problem.</exception>
    public GuidanceSession GetOrThrow() => Session ?? throw new InvalidDataException(Message);

    internal static ReplayResult Succeeded(ImmutableArray<Turn> turns) => new(turns, null, null, null);

    internal static ReplayResult Failed(ImmutableArray<Turn> turns, ReplayProblem problem, int? turn, string message) => new(turns, problem, turn, message);
}
