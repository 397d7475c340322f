namespace GuidanceFlow.Sessions;

/// <summary>An effect waiting to be carried out.</summary>
/// <param name="EffectId">The idempotency key, unique in the store.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Kind">What it is: <c>ticket</c>.</param>
/// <param name="Payload">The effect as JSON (UTF-8).</param>
public sealed record OutboxItem(string EffectId, string SessionId, string Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Its place in the store's outbox, from 1 and growing; given by the store when it is committed, 0 before.</summary>
    public long Sequence { get; init; }

    /// <summary>The kind of an effect that files a ticket; its payload is the ticket.</summary>
    public const string TicketKind = "ticket";
}
