using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Handoffs;

/// <summary>A session that goes to a person, with everything they need so that nothing is asked again. Immutable, compared by content.</summary>
public sealed record Handoff
{
    /// <summary>The idempotency key: a desk that has seen it must not take the session twice.</summary>
    public required string Id { get; init; }

    /// <summary>The queue it goes to.</summary>
    public required string Queue { get; init; }

    /// <summary>How urgent it is.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>What it is about, in two lines.</summary>
    public required string Situation { get; init; }

    /// <summary>When it was given (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When somebody was promised to be there (UTC); null for no promise.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What the customer answered in the flow that hands over, in order.</summary>
    public EquatableArray<AnsweredQuestion> Answers { get; init; }

    /// <summary>The data that travel with it, secrets hidden.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Evidence { get; init; }

    /// <summary>What the session was started with: the customer's profile.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Inputs { get; init; }

    /// <summary>The ids of the questions answered, in order: what was tried.</summary>
    public EquatableArray<string> Path { get; init; }

    /// <summary>Why the conversation left its way; null where it did not.</summary>
    public FallbackInfo? Fallback { get; init; }

    /// <summary>The questions that answers did not fit, with how many; a host fills it in when it carries the handoff out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<QuestionAttempts> Attempts { get; init; }

    /// <summary>What was said, secrets hidden; a host fills it in when it carries the handoff out.</summary>
    public EquatableArray<TranscriptLine> Transcript { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The turn that handed over.</summary>
    public required int Turn { get; init; }

    /// <summary>The flow.</summary>
    public required string FlowId { get; init; }

    /// <summary>The flow's version.</summary>
    public required int FlowVersion { get; init; }

    /// <summary>The id of the step that handed over.</summary>
    public required string Step { get; init; }

    /// <summary>The channel the session was started on; null when the host named none.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer's key; null when the host named none.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The customer's language.</summary>
    public required string Locale { get; init; }
}
