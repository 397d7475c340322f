using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tickets;

/// <summary>A ticket with everything the person who takes it needs. Immutable, compared by content.</summary>
public sealed record Ticket
{
    /// <summary>The idempotency key: a desk that has seen it must not file the ticket again.</summary>
    public required string Id { get; init; }

    /// <summary>What the customer is told: 12 characters of base 32 (Crockford), made from session, turn and index.</summary>
    public required string Reference { get; init; }

    /// <summary>The id of the ticket's definition in the flow.</summary>
    public required string Definition { get; init; }

    /// <summary>What it is for.</summary>
    public required TicketKind Kind { get; init; }

    /// <summary>The queue it goes to.</summary>
    public required string Queue { get; init; }

    /// <summary>How urgent it is.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>When the conversation filed it (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When an answer was promised for (UTC); null for no promise.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The evidence, in the order of the definition; null where a fallback came before it was collected.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Evidence { get; init; }

    /// <summary>The ids of the questions answered, in order: what was tried.</summary>
    public EquatableArray<string> Path { get; init; }

    /// <summary>Who owns it until it is closed; null for nobody in particular.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Owner { get; init; }

    /// <summary>What was said until then, secrets hidden; a host fills it in when it carries the ticket out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<TranscriptLine> Transcript { get; init; }

    /// <summary>Why the conversation left its way; null for a ticket on the regular way.</summary>
    public FallbackInfo? Fallback { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The flow.</summary>
    public required string FlowId { get; init; }

    /// <summary>The flow's version.</summary>
    public required int FlowVersion { get; init; }

    /// <summary>The turn that filed it, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Turn { get; init; }

    /// <summary>The id of the step that filed it.</summary>
    public required string Step { get; init; }

    /// <summary>The customer's key; null when the host named none.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The customer's language.</summary>
    public required string Locale { get; init; }
}
