using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Sessions;

/// <summary>What the members of a snapshot are called, and what each must be.</summary>
internal static class SnapshotMembers
{
    private static readonly (string Name, string Wanted)[] All =
    [
        (string.Empty, string.Empty),
        ("v", "a whole number"),
        ("id", "a text"),
        ("flow", "a text"),
        ("flow_version", "a whole number"),
        ("structure", "a text"),
        ("turn", "a whole number"),
        ("status", "'waiting' or 'ended'"),
        ("outcome", "'resolved', 'unresolved', 'escalated' or 'abandoned'"),
        ("locale", "a text"),
        ("channel", "a text"),
        ("customer", "a text"),
        ("started", "a time such as '2026-03-02T12:00:00+00:00'"),
        ("step", "the id of a step"),
        ("visit", "a whole number"),
        ("unrecognised", "a list of texts"),
        ("data", "an object with a value by the name of each datum"),
        ("answers", "an object with an answer by the id of each question"),
        ("loops", "a list of objects with 'step', 'items', 'index' and 'failed'"),
        ("known", "an object with an answer by the id of each question"),
        ("fallback", "an object with 'reason', 'stage', 'step', 'attempts' and 'unrecognised'"),
        ("ticket", "an object with 'reference', 'respond_within' and 'due'"),
        ("timers", "a list of objects with 'id', 'visit' and 'after'"),
        ("undo", "a list of counts, values, arrays with a value, a place and an answer, and objects with 'step', 'data', 'answers' and 'rest'"),
        ("undo_floor", "how many answers of 'undo' are beyond the bound"),
        ("undo_end", "'ticket' or 'bound'"),
        ("offered", "a list of the items that are offered"),
        ("chosen", "an object with a list of items by the id of each question"),
        ("confirming", "an object with 'answer' and 'denied'"),
        ("callers", "a list of the flows that wait for others, with 'runs', 'step' and what they have"),
        ("upset", "how many messages showed that the customer is upset"),
        ("secrets", "a list of texts"),
        ("calling", "an object with 'id', 'attempt' and 'arguments'"),
        ("failure", "an object with 'code', 'action' and 'step'"),
    ];

    public static SnapshotMember Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        1 when name.SequenceEqual("v"u8) => SnapshotMember.Version,
        2 when name.SequenceEqual("id"u8) => SnapshotMember.Id,
        4 when name.SequenceEqual("flow"u8) => SnapshotMember.Flow,
        4 when name.SequenceEqual("turn"u8) => SnapshotMember.Turn,
        4 when name.SequenceEqual("step"u8) => SnapshotMember.Step,
        4 when name.SequenceEqual("data"u8) => SnapshotMember.Data,
        4 when name.SequenceEqual("undo"u8) => SnapshotMember.Undo,
        5 when name.SequenceEqual("upset"u8) => SnapshotMember.Upset,
        5 when name.SequenceEqual("visit"u8) => SnapshotMember.Visit,
        5 when name.SequenceEqual("loops"u8) => SnapshotMember.Loops,
        5 when name.SequenceEqual("known"u8) => SnapshotMember.Known,
        6 when name.SequenceEqual("status"u8) => SnapshotMember.Status,
        6 when name.SequenceEqual("locale"u8) => SnapshotMember.Locale,
        6 when name.SequenceEqual("ticket"u8) => SnapshotMember.Ticket,
        6 when name.SequenceEqual("timers"u8) => SnapshotMember.Timers,
        7 when name.SequenceEqual("callers"u8) => SnapshotMember.Callers,
        7 when name.SequenceEqual("outcome"u8) => SnapshotMember.Outcome,
        7 when name.SequenceEqual("channel"u8) => SnapshotMember.Channel,
        7 when name.SequenceEqual("started"u8) => SnapshotMember.Started,
        6 when name.SequenceEqual("chosen"u8) => SnapshotMember.Chosen,
        7 when name.SequenceEqual("secrets"u8) => SnapshotMember.Secrets,
        7 when name.SequenceEqual("calling"u8) => SnapshotMember.Calling,
        7 when name.SequenceEqual("failure"u8) => SnapshotMember.Failure,
        7 when name.SequenceEqual("offered"u8) => SnapshotMember.Offered,
        7 when name.SequenceEqual("answers"u8) => SnapshotMember.Answers,
        8 when name.SequenceEqual("customer"u8) => SnapshotMember.Customer,
        10 when name.SequenceEqual("undo_floor"u8) => SnapshotMember.UndoFloor,
        8 when name.SequenceEqual("undo_end"u8) => SnapshotMember.UndoEnd,
        8 when name.SequenceEqual("fallback"u8) => SnapshotMember.Fallback,
        9 when name.SequenceEqual("structure"u8) => SnapshotMember.Structure,
        12 when name.SequenceEqual("flow_version"u8) => SnapshotMember.FlowVersion,
        10 when name.SequenceEqual("confirming"u8) => SnapshotMember.Confirming,
        12 when name.SequenceEqual("unrecognised"u8) => SnapshotMember.Unrecognised,
        _ => SnapshotMember.None,
    };

    public static string NameOf(SnapshotMember member) => All[(int)member].Name;

    /// <summary>What is wrong with a name that no member has.</summary>
    public static string Unknown(string name)
    {
        string hint = Spelling.Nearest(name, All.Skip(1).Select(member => member.Name)) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : "Take the snapshot as it was written.";
        return $"A snapshot has no member {Spelling.Quote(name)}. {hint}";
    }

    /// <summary>What is wrong with a member whose value has another form.</summary>
    /// <param name="member">The member.</param>
    /// <param name="path">Where in its value, as a JSON path; null for the value itself.</param>
    public static string Misfit(SnapshotMember member, string? path)
    {
        string place = path is { Length: > 1 } ? $"; look at '{Spelling.OneLine(path.TrimStart('$', '.'))}' in it" : string.Empty;
        return $"The snapshot's member '{All[(int)member].Name}' must be {All[(int)member].Wanted}{place}.";
    }

    /// <summary>Whether a text is JSON at all.</summary>
    public static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
