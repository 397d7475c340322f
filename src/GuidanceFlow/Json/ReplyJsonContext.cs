using System.Text.Json.Serialization;
using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Outbox;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Json;

/// <summary>Generated code for replies, tickets and journals.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(ValueConverter),
        typeof(DurationConverter),
        typeof(SnakeCaseEnumConverter<SessionStatus>),
        typeof(SnakeCaseEnumConverter<SessionOutcome>),
        typeof(SnakeCaseEnumConverter<FallbackReason>),
        typeof(SnakeCaseEnumConverter<TurnResult>),
        typeof(SnakeCaseEnumConverter<TurnEventKind>),
        typeof(SnakeCaseEnumConverter<MessageKind>),
        typeof(SnakeCaseEnumConverter<KnowledgeKind>),
        typeof(SnakeCaseEnumConverter<TicketKind>),
        typeof(SnakeCaseEnumConverter<TicketPriority>),
        typeof(SnakeCaseEnumConverter<JournalEntryKind>),
        typeof(SnakeCaseEnumConverter<SessionCommand>),
        typeof(NamedValuesConverter),
        typeof(InterpretationConverter),
        typeof(EquatableArrayConverter<string>),
        typeof(EquatableArrayConverter<Block>),
        typeof(EquatableArrayConverter<Message>),
        typeof(EquatableArrayConverter<ChecklistItem>),
        typeof(EquatableArrayConverter<ExpectedOption>),
        typeof(EquatableArrayConverter<Ticket>),
        typeof(EquatableArrayConverter<TurnEvent>),
        typeof(EquatableArrayConverter<EventPlace>),
        typeof(EquatableArrayConverter<Attachment>),
        typeof(EquatableArrayConverter<TranscriptLine>),
        typeof(EquatableArrayConverter<AnsweredQuestion>),
        typeof(EquatableArrayConverter<QuestionAttempts>),
        typeof(EquatableArrayConverter<PlannedSession>),
        typeof(SnakeCaseEnumConverter<Speaker>),
        typeof(SnakeCaseEnumConverter<AttachmentKind>),
        typeof(EquatableArrayConverter<EquatableArray<string>>),
    ])]
[JsonSerializable(typeof(TurnReply))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(OutboundMessages))]
[JsonSerializable(typeof(ActionCall))]
[JsonSerializable(typeof(FollowUp))]
[JsonSerializable(typeof(PastSession))]
[JsonSerializable(typeof(Handoff))]
[JsonSerializable(typeof(CustomerMessage))]
[JsonSerializable(typeof(Withdrawal))]
internal sealed partial class ReplyJsonContext : JsonSerializerContext;
