using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Handoffs;

/// <summary>What the customer says to the person who has their session. Immutable, compared by content.</summary>
public sealed record CustomerMessage
{
    /// <summary>The idempotency key.</summary>
    public required string Id { get; init; }

    /// <summary>The handoff, see <see cref="Handoff.Id"/>.</summary>
    public required string HandoffId { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What they wrote; empty for files alone.</summary>
    public required string Text { get; init; }

    /// <summary>The files they sent.</summary>
    public EquatableArray<Attachment> Attachments { get; init; }
}
