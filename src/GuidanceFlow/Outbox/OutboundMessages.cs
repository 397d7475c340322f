using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Outbox;

/// <summary>What a session says in a turn that nobody waits for: a reminder, a wait that is over, a person's words. Immutable, compared by content.</summary>
public sealed record OutboundMessages
{
    /// <summary>The idempotency key: a channel that has seen it must not deliver it again.</summary>
    public required string Id { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The turn, from 1.</summary>
    public required int Turn { get; init; }

    /// <summary>The flow.</summary>
    public required string FlowId { get; init; }

    /// <summary>The channel the session was started on; null when the host named none.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer's key; null when the host named none.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The language of the messages.</summary>
    public required string Locale { get; init; }

    /// <summary>The messages, in order; at least one.</summary>
    public EquatableArray<Message> Messages { get; init; }
}
