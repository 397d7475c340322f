using GuidanceFlow.Engine;

namespace GuidanceFlow.Interpreters;

/// <summary>An answer, and the question it was given to. Immutable.</summary>
public sealed record InterpretationRequest
{
    /// <summary>What the customer wrote, neither shortened nor normalised; lone surrogates are U+FFFD.</summary>
    public required string Text { get; init; }

    /// <summary>The session's language, one of the flow's.</summary>
    public required string Locale { get; init; }

    /// <summary>What the question understands: its type, options and bounds.</summary>
    public required Expectation Expects { get; init; }

    /// <summary>The question as it is asked in the session's language; null when it cannot be rendered.</summary>
    public string? Question { get; init; }

    /// <summary>The session's id.</summary>
    public required string SessionId { get; init; }

    /// <summary>The turn the session is at.</summary>
    public required int Turn { get; init; }

    /// <summary>The flow's id.</summary>
    public required string FlowId { get; init; }

    /// <summary>The question's id.</summary>
    public required string Step { get; init; }

    /// <summary>When the answer came in.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Which question was answered; not what was said, because such texts end in logs.</summary>
    public override string ToString() => $"an answer to '{Step}' of '{FlowId}' in session '{SessionId}'";
}
