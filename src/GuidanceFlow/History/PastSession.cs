using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.History;

/// <summary>What is kept of a session that has ended, for the customer's next one. Immutable, compared by content.</summary>
public sealed record PastSession
{
    /// <summary>The session; also the idempotency key: one that is known must not be added again.</summary>
    public required string SessionId { get; init; }

    /// <summary>The customer's key.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The flow.</summary>
    public required string FlowId { get; init; }

    /// <summary>When it was started (UTC).</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>How it ended.</summary>
    public required SessionOutcome Outcome { get; init; }

    /// <summary>The ids of the questions answered, in order: what was tried. One whose answer the start brought (<see cref="Engine.StartRequest.Known"/>) is among them where the session came by it, though nobody asked.</summary>
    public EquatableArray<string> Tried { get; init; }

    /// <summary>What was found out: the flow's <c>remembers</c> that hold something.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Found { get; init; }
}
