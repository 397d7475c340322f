using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Prompts;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Sessions;

/// <summary>Makes of a turn what stores keep of it.</summary>
internal static class TurnRecord
{
    public static JournalEntry OfStart(Turn turn, StartRequest request, string? inputId, DateTimeOffset now) => RecordedInput.Write(Of(turn, inputId, now), request) with
    {
        Sensitive = RecordedSecrets.Of(turn.Session.Flow, request),
    };

    public static JournalEntry Of(GuidanceSession before, Turn turn, SessionInput input, string? inputId, DateTimeOffset now)
    {
        JournalEntry entry = RecordedInput.Write(Of(turn, inputId, now), input, turn);
        EquatableArray<string> secrets = RecordedSecrets.Of(before, turn, entry);
        return secrets.IsEmpty ? entry : entry with { Sensitive = secrets };
    }

    /// <summary>Everything that a turn changed.</summary>
    public static SessionCommit ToCommit(Turn turn, TurnReply reply, JournalEntry entry, int expectedTurn, IEnumerable<OutboxItem> besides)
    {
        GuidanceSession session = turn.Session;
        return new SessionCommit
        {
            Session = new StoredSession(session.Id, session.Flow.Id, session.Flow.Version, session.Turn, SessionSnapshot.Write(session)),
            ExpectedTurn = expectedTurn,
            InputId = entry.InputId,
            Reply = TurnReplyJson.Write(reply),
            Journal = [entry],
            Outbox = [.. turn.Effects.Select(ToOutbox(session.Id)), .. besides],
            Timers = [.. session.State.Timers.Select(timer => new StoredTimer(timer.Id, timer.Visit, timer.Due))],
        };
    }

    private static Func<Effect, OutboxItem> ToOutbox(string sessionId) => effect => effect switch
    {
        FileTicketEffect file => new OutboxItem(file.Id, sessionId, OutboxItem.TicketKind, TicketJson.Write(file.Ticket)),
        FollowUpEffect later => new OutboxItem(later.Id, sessionId, OutboxItem.FollowUpKind, FollowUpJson.Write(later.FollowUp)) { NotBefore = later.FollowUp.Due },
        HandOffEffect given => new OutboxItem(given.Id, sessionId, OutboxItem.HandoffKind, HandoffJson.Write(given.Handoff)),
        RelayEffect relay => new OutboxItem(relay.Id, sessionId, OutboxItem.RelayKind, HandoffJson.Write(relay.Message)),
        WithdrawEffect back => new OutboxItem(back.Id, sessionId, OutboxItem.WithdrawalKind, HandoffJson.Write(back.Withdrawal)),
        RunActionEffect run => new OutboxItem(run.Id, sessionId, OutboxItem.ActionKind, ActionCallJson.Write(run.Call)),
        _ => throw new InvalidOperationException("Unknown kind of effect."),
    };

    /// <summary>What the turn says, for those who do not wait for it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="first">When it may be delivered first.</param>
    public static OutboxItem ToMessages(Turn turn, DateTimeOffset first)
    {
        GuidanceSession session = turn.Session;
        string id = IdOfMessages(session.Id, session.Turn);
        var messages = new OutboundMessages
        {
            Id = id,
            SessionId = session.Id,
            Turn = session.Turn,
            FlowId = session.Flow.Id,
            Channel = session.Channel,
            CustomerKey = session.CustomerKey,
            Locale = session.Locale,
            Messages = turn.Messages.ToEquatableArray(),
        };
        return new OutboxItem(id, session.Id, OutboxItem.MessagesKind, OutboundMessagesJson.Write(messages)) { NotBefore = first };
    }

    /// <summary>The key of what a turn says.</summary>
    public static string IdOfMessages(string session, int turn) => string.Create(CultureInfo.InvariantCulture, $"{session}:{turn}:said");

    private static JournalEntry Of(Turn turn, string? inputId, DateTimeOffset now) => new()
    {
        SessionId = turn.Session.Id,
        Turn = turn.Session.Turn,
        At = now.ToUniversalTime(),
        Kind = JournalEntryKind.Answer,
        InputId = inputId,
        FlowId = turn.Session.Flow.Id,
        FlowVersion = turn.Session.Flow.Version,
        StructureHash = turn.Session.Flow.StructureHash,
        TextHash = turn.Session.Flow.TextHash,
        Result = turn.Result,
        Reason = turn.Reason,
        Error = turn.Error?.ToString(),
        Events = turn.Events.ToEquatableArray(),
        Places = EventPlaces.Of(turn),
        Said = turn.Messages.Select(PlainText.Render).ToEquatableArray(),
        SaidIn = turn.Messages.IsEmpty ? null : turn.Session.Locale,
    };
}
