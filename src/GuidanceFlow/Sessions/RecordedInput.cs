using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>How each kind of input stands in a journal, there and back. A new kind of input is added here, and nowhere else, to be journaled and made again.</summary>
internal static class RecordedInput
{
    private const string Files = "files";
    private const string Message = "message";
    private const string Return = "return";
    private const string End = "end";

    /// <summary>The kind that an input's entry has; words that turn out to be a command come as an answer.</summary>
    public static JournalEntryKind KindOf(SessionInput input) => input switch
    {
        TimerInput => JournalEntryKind.Timer,
        SignalInput => JournalEntryKind.Signal,
        ActionResultInput => JournalEntryKind.Action,
        PersonInput => JournalEntryKind.Person,
        LocaleInput => JournalEntryKind.Locale,
        CorrectionInput => JournalEntryKind.Correction,
        CommandInput => JournalEntryKind.Command,
        _ => JournalEntryKind.Answer,
    };

    /// <summary>The entry of a turn with what came in.</summary>
    public static JournalEntry Write(JournalEntry entry, SessionInput input, Turn turn) => input switch
    {
        TimerInput timer => entry with { Kind = JournalEntryKind.Timer, Source = timer.Timer, Visit = timer.Visit },
        SignalInput signal => entry with { Kind = JournalEntryKind.Signal, Source = signal.Signal, Value = signal.Value },
        ActionResultInput action => entry with { Kind = JournalEntryKind.Action, Source = action.Call, Attempt = action.Attempt, Code = action.Result.Error, Raw = action.Result.Message, Returned = action.Result.Returned },
        PersonMessageInput said => entry with { Kind = JournalEntryKind.Person, Source = Message, By = said.By, Raw = said.Text },
        PersonReturnInput back => entry with { Kind = JournalEntryKind.Person, Source = Return, By = back.By, Raw = back.Text, Goto = back.Step, Facts = back.Data },
        PersonEndInput end => entry with { Kind = JournalEntryKind.Person, Source = End, By = end.By, Raw = end.Text, Outcome = end.Outcome },
        LocaleInput => entry with { Kind = JournalEntryKind.Locale, Locale = turn.Session.Locale },
        CorrectionInput correction => Answered(entry with { Kind = JournalEntryKind.Correction, Corrected = correction.Step }, turn),
        CommandInput command => entry with { Kind = JournalEntryKind.Command, Command = command.Command },
        _ when turn.Command is { } command => entry with { Kind = JournalEntryKind.Command, Command = command, Raw = turn.Answer?.Raw },
        AttachmentInput sent => Answered(entry with { Source = Files, Attachments = sent.Attachments }, turn),
        AnswerInput { Interpretation: { } interpretation } => Answered(entry with { Interpretation = interpretation with { Facts = default }, Facts = interpretation.Facts }, turn),
        _ => Answered(entry, turn),
    };

    /// <summary>The entry of a start with what it was started with.</summary>
    public static JournalEntry Write(JournalEntry entry, StartRequest request) => entry with
    {
        Kind = JournalEntryKind.Start,
        Locale = request.Locale,
        Channel = request.Channel,
        CustomerKey = request.CustomerKey,
        Follows = request.Follows,
        Inputs = Ordered(request.Inputs),
        Known = Ordered(request.Known),
    };

    /// <summary>What came in.</summary>
    /// <exception cref="FormatException">The entry lacks something that its kind must have.</exception>
    public static SessionInput Read(JournalEntry entry) => entry.Kind switch
    {
        JournalEntryKind.Answer when entry.Source == Files || !entry.Attachments.IsEmpty => new AttachmentInput(Whole(entry.Attachments)),
        JournalEntryKind.Answer => new AnswerInput(entry.Raw ?? string.Empty) { Interpretation = entry.Interpretation is { } interpretation ? interpretation with { Facts = entry.Facts } : null },
        JournalEntryKind.Command when entry.Raw is { } words => new AnswerInput(words),
        JournalEntryKind.Command => new CommandInput(entry.Command ?? throw Lacks(entry, "command")),
        JournalEntryKind.Correction => new CorrectionInput(entry.Corrected ?? throw Lacks(entry, "corrected"), entry.Raw ?? string.Empty),
        JournalEntryKind.Locale => new LocaleInput(entry.Locale ?? throw Lacks(entry, "locale")),
        JournalEntryKind.Timer => new TimerInput(entry.Source ?? throw Lacks(entry, "source"), entry.Visit),
        JournalEntryKind.Signal => new SignalInput(entry.Source ?? throw Lacks(entry, "source"), entry.Value),
        JournalEntryKind.Action => new ActionResultInput(entry.Source ?? throw Lacks(entry, "source"), entry.Attempt, new ActionResult { Returned = entry.Returned, Error = entry.Code, Message = entry.Raw }),
        JournalEntryKind.Person => entry.Source switch
        {
            Message => new PersonMessageInput(entry.Raw ?? string.Empty) { By = entry.By },
            Return => new PersonReturnInput { By = entry.By, Text = entry.Raw, Step = entry.Goto, Data = entry.Facts },
            End => new PersonEndInput(entry.Outcome ?? throw Lacks(entry, "outcome")) { By = entry.By, Text = entry.Raw },
            _ => throw Lacks(entry, "source"),
        },
        _ => throw new FormatException($"An entry of the kind '{entry.Kind}' stands where a session goes on."),
    };

    /// <summary>What came in, said by what was understood of it instead of in words; null where that is the same, or nothing was understood.</summary>
    public static SessionInput? ReadUnderstood(JournalEntry entry) => entry switch
    {
        { Kind: JournalEntryKind.Command, Raw: not null, Command: { } command } => new CommandInput(command),
        { Kind: JournalEntryKind.Answer, Interpretation: null, Source: null, Attachments.IsEmpty: true, Raw: { } words } => Understood(entry) is { } understood ? new AnswerInput(words) { Interpretation = understood } : null,
        _ => null,
    };

    /// <summary>What a session was started with.</summary>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public static StartRequest ReadStart(JournalEntry entry) => new()
    {
        SessionId = entry.SessionId,
        Locale = entry.Locale,
        Channel = entry.Channel,
        CustomerKey = entry.CustomerKey,
        Follows = entry.Follows,
        Inputs = entry.Inputs.ToDictionary(StringComparer.Ordinal),
        Sensitive = [.. entry.Inputs.Select(input => input.Key).Where(name => RecordedSecrets.IsInput(entry.Sensitive, name))],
        Known = entry.Known.ToDictionary(StringComparer.Ordinal),
    };

    private static JournalEntry Answered(JournalEntry entry, Turn turn) => entry with { Raw = turn.Answer?.Raw, Value = turn.Answer?.Value ?? default, By = turn.Answer?.By };

    private static AnswerInterpretation? Understood(JournalEntry entry)
    {
        string by = string.IsNullOrWhiteSpace(entry.By) ? Answers.AnswerMatch.Exact : entry.By;
        if (entry.Events.Any(happened => happened.Kind == TurnEventKind.Denied))
        {
            return AnswerInterpretation.Match(Value.False, by);
        }

        return entry.Result switch
        {
            TurnResult.Accepted when by == Answers.AnswerMatch.Confirmed => AnswerInterpretation.Match(Value.True, by),
            TurnResult.Accepted when !entry.Value.IsNull => AnswerInterpretation.Match(entry.Value, by),
            TurnResult.NoMatch => AnswerInterpretation.NoMatch,
            TurnResult.Invalid when !string.IsNullOrWhiteSpace(entry.Reason) => AnswerInterpretation.Invalid(entry.Reason, by),
            _ => null,
        };
    }

    private static EquatableArray<Attachment> Whole(EquatableArray<Attachment> attachments) =>
        attachments.Any(attachment => attachment is null) ? throw new FormatException("An attachment is missing.") : attachments;

    private static FormatException Lacks(JournalEntry entry, string member) => new($"An entry of the kind '{entry.Kind}' needs a fitting '{member}'.");

    private static EquatableArray<KeyValuePair<string, Value>> Ordered(IReadOnlyDictionary<string, Value>? values) =>
        values is null ? default : values.OrderBy(value => value.Key, StringComparer.Ordinal).ToEquatableArray();
}
