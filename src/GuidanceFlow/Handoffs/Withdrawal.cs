namespace GuidanceFlow.Handoffs;

/// <summary>A session that no longer needs the person it was given to. Immutable, compared by content.</summary>
public sealed record Withdrawal
{
    /// <summary>The idempotency key.</summary>
    public required string Id { get; init; }

    /// <summary>The handoff, see <see cref="Handoff.Id"/>.</summary>
    public required string HandoffId { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Why: <c>cancelled</c> by the customer, <c>timeout</c> as nobody came, or <c>expired</c>.</summary>
    public required string Reason { get; init; }
}
