namespace GuidanceFlow.Outbox;

/// <summary>An effect waiting to be carried out. Immutable.</summary>
/// <param name="EffectId">The idempotency key, unique in the store.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Kind">What it is: one of the constants here.</param>
/// <param name="Payload">The effect as JSON (UTF-8).</param>
public sealed record OutboxItem(string EffectId, string SessionId, string Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The kind of an effect that files a ticket; its payload is the ticket.</summary>
    public const string TicketKind = "ticket";

    /// <summary>The kind of an effect that delivers what nobody waits for; its payload is an <see cref="OutboundMessages"/>.</summary>
    public const string MessagesKind = "messages";

    /// <summary>The kind of an effect that starts a session later; its payload is a <see cref="Sessions.FollowUp"/>.</summary>
    public const string FollowUpKind = "follow_up";

    /// <summary>The kind of an effect that tells the customer's history of a session; its payload is a <see cref="History.PastSession"/>.</summary>
    public const string HistoryKind = "history";

    /// <summary>The kind of an effect that runs an action; its payload is an <see cref="Actions.ActionCall"/>.</summary>
    public const string ActionKind = "action";

    /// <summary>The kind of an effect that gives a session to a person; its payload is a <see cref="Handoffs.Handoff"/>.</summary>
    public const string HandoffKind = "handoff";

    /// <summary>The kind of an effect that tells the person what the customer said; its payload is a <see cref="Handoffs.CustomerMessage"/>.</summary>
    public const string RelayKind = "relay";

    /// <summary>The kind of an effect that takes a session back from a desk; its payload is a <see cref="Handoffs.Withdrawal"/>.</summary>
    public const string WithdrawalKind = "withdrawal";

    /// <summary>
    /// Effects of one lane and session come one after the other: one is not given while an earlier one is pending. What is said is a lane, and what goes to a desk; null for an effect that waits for nobody.
    /// </summary>
    public string? Lane => Kind switch
    {
        MessagesKind => "said",
        HandoffKind or RelayKind or WithdrawalKind => "desk",
        _ => null,
    };

    /// <summary>Its place in the store's outbox, from 1 and growing; given by the store when it is committed, 0 before.</summary>
    public long Sequence { get; init; }

    /// <summary>When it may be claimed first (UTC); null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often it was claimed; 0 before the first time.</summary>
    public int Claims { get; init; }

    /// <summary>Why it failed the latest time; null when it did not.</summary>
    public string? Error { get; init; }
}
