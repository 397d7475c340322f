using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Sessions;

/// <summary>Makes of a turn what stores keep of it.</summary>
internal static class TurnRecord
{
    public static JournalEntry OfStart(Turn turn, StartRequest request, string? inputId, DateTimeOffset now) => Of(turn, JournalEntryKind.Start, inputId, now) with
    {
        Locale = request.Locale,
        Channel = request.Channel,
        CustomerKey = request.CustomerKey,
        Follows = request.Follows,
        Inputs = Ordered(request.Inputs),
        Known = Ordered(request.Known),
        Sensitive = request.Known.Keys.Where(name => Secrets.IsSecret(turn.Session.Flow, name)).Order(StringComparer.Ordinal).ToEquatableArray(),
    };

    public static JournalEntry Of(Turn turn, SessionInput input, string? inputId, DateTimeOffset now) => input switch
    {
        TimerInput timer => Of(turn, JournalEntryKind.Timer, inputId, now) with { Source = timer.Timer, Visit = timer.Visit },
        SignalInput signal => Of(turn, JournalEntryKind.Signal, inputId, now) with { Source = signal.Signal, Value = signal.Value },
        ActionResultInput action => Of(turn, JournalEntryKind.Action, inputId, now) with { Source = action.Call, Attempt = action.Attempt, Code = action.Result.Error, Raw = action.Result.Message, Returned = action.Result.Returned },
        PersonMessageInput said => Of(turn, JournalEntryKind.Person, inputId, now) with { Source = "message", By = said.By, Raw = said.Text },
        PersonReturnInput back => Of(turn, JournalEntryKind.Person, inputId, now) with { Source = "return", By = back.By, Raw = back.Text, Goto = back.Step, Facts = back.Data },
        PersonEndInput end => Of(turn, JournalEntryKind.Person, inputId, now) with { Source = "end", By = end.By, Raw = end.Text, Outcome = end.Outcome },
        LocaleInput => Of(turn, JournalEntryKind.Locale, inputId, now) with { Locale = turn.Session.Locale },
        CorrectionInput correction => Of(turn, JournalEntryKind.Correction, inputId, now) with
        {
            Corrected = correction.Step,
            Raw = turn.Answer?.Raw,
            Value = turn.Answer?.Value ?? default,
            By = turn.Answer?.By,
            Sensitive = IsSensitive(turn.Session.Flow, correction.Step) ? EquatableArray.Create([correction.Step]) : default,
        },
        _ when turn.Command is { } command => Of(turn, JournalEntryKind.Command, inputId, now) with { Command = command, Raw = turn.Answer?.Raw },
        _ => Of(turn, JournalEntryKind.Answer, inputId, now) with
        {
            Raw = turn.Answer?.Raw,
            Value = turn.Answer?.Value ?? default,
            By = turn.Answer?.By,
            Attachments = (input as AttachmentInput)?.Attachments ?? default,
            Facts = (input as AnswerInput)?.Interpretation?.Facts ?? default,
            Sensitive = SecretsOf(turn, (input as AnswerInput)?.Interpretation?.Facts ?? default),
        },
    };

    /// <summary>The sensitive question that was answered, and the facts that answer others.</summary>
    private static EquatableArray<string> SecretsOf(Turn turn, EquatableArray<KeyValuePair<string, Value>> facts)
    {
        Flow flow = turn.Session.Flow;
        IEnumerable<string> asked = AskedAt(turn) is { } step && IsSensitive(flow, step) ? [step] : [];
        return [.. asked.Concat(facts.Select(fact => fact.Key).Where(name => flow.Closure.Any(id => Secrets.IsSecret(flow.Find(id), name))).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The question an answer was to; null where the turn failed before that was noted, which the fallback then tells.</summary>
    private static string? AskedAt(Turn turn)
    {
        foreach (TurnEvent entry in turn.Events)
        {
            if (entry.Kind is TurnEventKind.Answered or TurnEventKind.Unmatched or TurnEventKind.Restated or TurnEventKind.Denied or TurnEventKind.Interrupted or TurnEventKind.FellBack)
            {
                return entry.Step;
            }
        }

        return null;
    }

    /// <summary>Whether a question is sensitive, in the flow or in one it runs: where two have the id, one that is suffices.</summary>
    private static bool IsSensitive(Flow flow, string step) => flow.Closure.Any(id => flow.Find(id).FindStep(step) is AskStep { IsSensitive: true });

    public static Func<Effect, OutboxItem> ToOutbox(string sessionId) => effect => effect switch
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

    private static JournalEntry Of(Turn turn, JournalEntryKind kind, string? inputId, DateTimeOffset now) => new()
    {
        SessionId = turn.Session.Id,
        Turn = turn.Session.Turn,
        At = now.ToUniversalTime(),
        Kind = kind,
        InputId = inputId,
        FlowId = turn.Session.Flow.Id,
        FlowVersion = turn.Session.Flow.Version,
        StructureHash = turn.Session.Flow.StructureHash,
        TextHash = turn.Session.Flow.TextHash,
        Result = turn.Result,
        Reason = turn.Reason,
        Error = turn.Error?.ToString(),
        Events = turn.Events.ToEquatableArray(),
        Said = turn.Messages.Select(PlainText.Render).ToEquatableArray(),
    };

    private static EquatableArray<KeyValuePair<string, Value>> Ordered(IReadOnlyDictionary<string, Value> values) =>
        values.OrderBy(value => value.Key, StringComparer.Ordinal).ToEquatableArray();
}
