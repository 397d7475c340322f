using System.Globalization;
using System.Text.Json.Serialization;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>
/// One input that made a turn, with everything needed to make it again: what came in, how it was understood, when, and under
/// which flow. The journal is the truth of a session; the snapshot only saves replaying it. Immutable.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>The format version of the entry.</summary>
    /// <value>The default is <see cref="JournalJson.FormatVersion"/>.</value>
    public int Version { get; init; } = JournalJson.FormatVersion;

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The turn it made, from 1.</summary>
    public required int Turn { get; init; }

    /// <summary>When (UTC): the turn's <c>now</c>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What came in.</summary>
    public required JournalEntryKind Kind { get; init; }

    /// <summary>The input's id; null when the sender gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputId { get; init; }

    /// <summary>The flow's id.</summary>
    public required string FlowId { get; init; }

    /// <summary>The flow's version.</summary>
    public required int FlowVersion { get; init; }

    /// <summary>The flow's structure hash.</summary>
    public required string StructureHash { get; init; }

    /// <summary>The flow's text hash at that turn.</summary>
    public required string TextHash { get; init; }

    /// <summary>What the customer asked for; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionCommand? Command { get; init; }

    /// <summary>The question whose earlier answer was changed; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Corrected { get; init; }

    /// <summary>The timer that fired, the signal that came, the key of the action that ended, or what a person did (<c>message</c>, <c>return</c>, <c>end</c>), or <c>files</c> for an answer that was some; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>The step that a person gave the session back to; null for where the flow says, and for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Goto { get; init; }

    /// <summary>How a person ended the session; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionOutcome? Outcome { get; init; }

    /// <summary>What was said in the turn, message by message as plain text, secrets hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> Said { get; init; }

    /// <summary>The language of what was said; null where nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SaidIn { get; init; }

    /// <summary>A timer's visit; 0 for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Visit { get; init; }

    /// <summary>An action's attempt, from 1; 0 for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempt { get; init; }

    /// <summary>The error that an action ended with, whose words are <see cref="Raw"/>; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>What an action gave back; empty for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<KeyValuePair<string, Value>> Returned { get; init; }

    /// <summary>A start's language as it was wanted, or the one that was changed to; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Locale { get; init; }

    /// <summary>A start's channel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    /// <summary>A start's customer key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomerKey { get; init; }

    /// <summary>The session that a start follows up; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Follows { get; init; }

    /// <summary>A start's inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<KeyValuePair<string, Value>> Inputs { get; init; }

    /// <summary>A start's known answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<KeyValuePair<string, Value>> Known { get; init; }

    /// <summary>An answer as it was written; null for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Raw { get; init; }

    /// <summary>The files of an answer that was some; empty for other inputs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<Attachment> Attachments { get; init; }

    /// <summary>What was understood; <see cref="Templates.Value.Null"/> when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Value Value { get; init; }

    /// <summary>Who understood it; null when nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <summary>
    /// What an interpreter said of the answer, without its facts; null where the built-in words read it, and for other inputs. <see cref="Value"/> and <see cref="By"/> are what came of it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerInterpretation? Interpretation { get; init; }

    /// <summary>What an interpreter read in the answer besides: questions or data, and values.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<KeyValuePair<string, Value>> Facts { get; init; }

    /// <summary>
    /// What of it is a secret: the id of the sensitive question that was answered, or the names of known answers, facts, what an action gave back, and signals; <c>inputs.</c> and the name for a start's inputs, and
    /// <c>raw</c> where the words hold one that the session knew before. Only <see cref="Masked"/> entries may leave the store.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> Sensitive { get; init; }

    /// <summary>Whether something of it was hidden (<see cref="Masked"/>), so that its turn cannot be made again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMasked { get; init; }

    /// <summary>What became of it.</summary>
    public required TurnResult Result { get; init; }

    /// <summary>Why it was found invalid; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>What failed; null when nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>What happened, in order.</summary>
    public EquatableArray<TurnEvent> Events { get; init; }

    /// <summary>Where its events happened, each place with the first event that is there; <see cref="StageOf"/> and <see cref="FlowOf"/> read it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<EventPlace> Places { get; init; }

    /// <summary>The stage that an event happened in; null for an event before the first step, and where several flows of the session have a step of its id and the session jumped.</summary>
    /// <param name="index">The event's number in <see cref="Events"/>, from 0.</param>
    public string? StageOf(int index) => PlaceOf(index)?.Stage;

    /// <summary>The flow that an event happened in: <see cref="FlowId"/>, or one that it runs; null where <see cref="StageOf"/> is.</summary>
    /// <param name="index">The event's number in <see cref="Events"/>, from 0.</param>
    public string? FlowOf(int index) => PlaceOf(index) is { Stage: not null } place ? place.Flow ?? FlowId : null;

    /// <summary>The entry of a turn that was made without a host.</summary>
    /// <param name="before">The session before the turn.</param>
    /// <param name="turn">The turn; not one that was refused.</param>
    /// <param name="input">What came in.</param>
    /// <param name="now">The turn's time.</param>
    public static JournalEntry Of(GuidanceSession before, Turn turn, SessionInput input, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(input);
        return TurnRecord.Of(before, turn, input, inputId: null, now);
    }

    /// <summary>The entry of a start that was made without a host.</summary>
    /// <param name="turn">The turn; not one that was refused.</param>
    /// <param name="request">What it was started with.</param>
    /// <param name="now">The turn's time.</param>
    public static JournalEntry OfStart(Turn turn, StartRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(request);
        return TurnRecord.OfStart(turn, request, inputId: null, now);
    }

    /// <summary>The entry as it may be shown, exported or logged: what is sensitive is <c>•••</c>. The same instance where nothing is.</summary>
    public JournalEntry Masked()
    {
        if (Sensitive.IsEmpty)
        {
            return this;
        }

        Value mask = Value.From(Secrets.Mask);
        return this with
        {
            IsMasked = true,
            Raw = Raw is null || (Kind is JournalEntryKind.Start or JournalEntryKind.Person or JournalEntryKind.Action && !Sensitive.Contains(RecordedSecrets.Raw)) ? Raw : Secrets.Mask,
            Value = Value.IsNull ? Value : mask,
            Interpretation = null,
            Attachments = default,
            Inputs = Inputs.IsEmpty ? Inputs : [.. Inputs.Select(input => RecordedSecrets.IsInput(Sensitive, input.Key) ? KeyValuePair.Create(input.Key, mask) : input)],
            Known = Hide(Known, mask),
            Facts = Hide(Facts, mask),
            Returned = Hide(Returned, mask),
        };
    }

    private EventPlace? PlaceOf(int index)
    {
        EventPlace? found = null;
        foreach (EventPlace place in Places)
        {
            found = place.From <= index ? place : found;
        }

        return found;
    }

    private EquatableArray<KeyValuePair<string, Value>> Hide(EquatableArray<KeyValuePair<string, Value>> values, Value mask) =>
        values.IsEmpty ? values : values.Select(value => Sensitive.Contains(value.Key) ? KeyValuePair.Create(value.Key, mask) : value).ToEquatableArray();

    /// <summary>Names the turn and its kind; nothing that was said, because such texts end in logs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SessionId} turn {Turn}: {Kind}, {Result}");
}
