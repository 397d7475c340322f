using System.Text;
using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Json;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>
/// Reads a snapshot member by member. Those that only mean something under the right flow are read once the flow is known to be right,
/// which in a snapshot as it is written is at once.
/// </summary>
internal sealed class SnapshotReader(Flow flow)
{
    // Far more than any session has, and far from where counting would begin again.
    private const int MostTurns = 1 << 30;

    private readonly SnapshotContent _content = new(flow);
    private int _version;
    private string? _id;
    private string? _flowId;
    private int _flowVersion;
    private bool _isOfFlow;
    private bool _isOfStructure;
    private bool _hasLocale;
    private bool _wasPutOff;
    private string? _locale;
    private int _turn;
    private SessionStatus _status;
    private SessionOutcome? _outcome;
    private string? _channel;
    private string? _customer;
    private DateTimeOffset _started;
    private int _step = -1;
    private int _visit;
    private string[]? _unrecognised;
    private Value[]? _data;
    private StepAnswer[]? _answers;
    private StepAnswer[]? _known;
    private SnapshotLoop[]? _loops;
    private SnapshotFallback? _fallback;
    private SnapshotTicket? _ticket;
    private SessionTimer[]? _timers;
    private SnapshotUndo[]? _undo;

    private bool IsRight => _isOfFlow && _isOfStructure && _flowVersion == flow.Version;

    /// <summary>Reads the session.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a session.</exception>
    /// <exception cref="SnapshotReferenceException">It names what the flow does not have, or contradicts itself.</exception>
    public SnapshotReadResult Read(ReadOnlySpan<byte> utf8, int formatVersion)
    {
        ReadMembers(utf8);
        if (_id is null || !_hasLocale)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.Malformed, "The snapshot lacks the session's id or language.");
        }

        if (_version != formatVersion)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.UnknownVersion, $"The snapshot has format version {_version}; this library reads {formatVersion}.");
        }

        if (!IsRight)
        {
            return SnapshotReadResult.Failed(
                SnapshotProblem.FlowMismatch,
                $"The snapshot belongs to flow '{_flowId}' version {_flowVersion} with another structure than '{flow.Id}' version {flow.Version}. Load the flow it was written under.");
        }

        if (_wasPutOff)
        {
            ReadMembers(utf8);
        }

        return SnapshotReadResult.Succeeded(new GuidanceSession(flow, Restore()));
    }

    private void ReadMembers(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object.");
        }

        int name = -1;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                name = (int)reader.TokenStartIndex;
                ReadMember(ref reader);
                name = -1;
            }
        }
        catch (Exception exception) when (name >= 0 && exception is (JsonException or InvalidOperationException or FormatException))
        {
            throw new SnapshotReferenceException($"The snapshot's member '{NameAt(utf8, name)}' cannot be read: {exception.Message}");
        }

        // What follows the object is not JSON, and the reader says so.
        reader.Read();
    }

    private static string NameAt(ReadOnlySpan<byte> utf8, int start)
    {
        var reader = new Utf8JsonReader(utf8[start..], isFinalBlock: false, state: default);
        return reader.Read() ? reader.GetString()! : string.Empty;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        reader.Read();
        if (ReadHeader(ref reader, name) || ReadPlain(ref reader, name))
        {
            return;
        }

        if (!IsRight)
        {
            _wasPutOff = true;
            reader.Skip();
            return;
        }

        if (name.SequenceEqual("step"u8))
        {
            _step = reader.TokenType == JsonTokenType.Null ? -1 : _content.StepOf(ref reader);
        }
        else if (name.SequenceEqual("data"u8))
        {
            _data = _content.ReadData(ref reader);
        }
        else if (name.SequenceEqual("answers"u8))
        {
            _answers = _content.ReadAnswers(ref reader);
        }
        else if (name.SequenceEqual("known"u8))
        {
            _known = _content.ReadAnswers(ref reader);
        }
        else if (name.SequenceEqual("loops"u8))
        {
            _loops = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotLoopArray);
        }
        else if (name.SequenceEqual("undo"u8))
        {
            _undo = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotUndoArray);
        }
        else
        {
            reader.Skip();
        }
    }

    /// <summary>Members that say which flow it is.</summary>
    private bool ReadHeader(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 1 when name[0] == (byte)'v':
                _version = reader.GetInt32();
                break;
            case 4 when name.SequenceEqual("flow"u8):
                _isOfFlow = reader.ValueTextEquals(flow.Id);
                _flowId = _isOfFlow ? flow.Id : reader.GetString();
                break;
            case 9 when name.SequenceEqual("structure"u8):
                _isOfStructure = reader.ValueTextEquals(flow.StructureHash);
                break;
            case 12 when name.SequenceEqual("flow_version"u8):
                _flowVersion = reader.GetInt32();
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Members that mean the same under any flow.</summary>
    private bool ReadPlain(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                _id = reader.GetString();
                break;
            case 4 when name.SequenceEqual("turn"u8):
                _turn = reader.GetInt32();
                break;
            case 5 when name.SequenceEqual("visit"u8):
                _visit = reader.GetInt32();
                break;
            case 6 when name.SequenceEqual("status"u8):
                _status = reader.ValueTextEquals("waiting"u8) ? SessionStatus.Waiting : JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SessionStatus);
                break;
            case 6 when name.SequenceEqual("locale"u8):
                ReadLocale(ref reader);
                break;
            case 6 when name.SequenceEqual("ticket"u8):
                _ticket = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotTicket);
                break;
            case 6 when name.SequenceEqual("timers"u8):
                _timers = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SessionTimerArray);
                break;
            case 7 when name.SequenceEqual("started"u8):
                _started = reader.GetDateTimeOffset();
                break;
            case 7 when name.SequenceEqual("channel"u8):
                _channel = reader.GetString();
                break;
            case 7 when name.SequenceEqual("outcome"u8):
                _outcome = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.NullableSessionOutcome);
                break;
            case 8 when name.SequenceEqual("customer"u8):
                _customer = reader.GetString();
                break;
            case 8 when name.SequenceEqual("fallback"u8):
                _fallback = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotFallback);
                break;
            case 12 when name.SequenceEqual("unrecognised"u8):
                _unrecognised = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.StringArray);
                break;
            default:
                return false;
        }

        return true;
    }

    private void ReadLocale(ref Utf8JsonReader reader)
    {
        _hasLocale = reader.TokenType != JsonTokenType.Null;
        foreach (string locale in flow.Definition.Locales.AsSpan())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(locale))
            {
                _locale = locale;
                return;
            }
        }

        _locale = flow.ResolveLocale(reader.GetString());
    }

    private SessionState Restore()
    {
        EachFrame? loop = RestoreLoops();
        if (_status == SessionStatus.Waiting && (_step < 0 || flow.Nodes[_step] is not AskStep || !LoopsFit(loop)))
        {
            throw new SnapshotReferenceException($"The snapshot waits at '{(_step < 0 ? null : flow.Nodes[_step].Id)}', which is no question or stands in other loops.");
        }

        CheckParts();
        _content.ShareAnswers(_answers, _data);
        return new SessionState
        {
            Id = _id!,
            Turn = _turn,
            Status = _status,
            Outcome = _outcome,
            Locale = _locale!,
            Channel = _channel,
            CustomerKey = _customer,
            StartedAt = _started,
            Step = _step,
            Visit = _visit,
            Unrecognised = _unrecognised ?? [],
            Data = _data ?? flow.Parts.Defaults,
            Answers = AnswerList.Adopt(_answers ?? []),
            Loop = loop,
            Known = _known ?? [],
            Fallback = _fallback is { } fallback
                ? new FallbackInfo(fallback.Reason, fallback.Stage, fallback.Step, fallback.Attempts, (fallback.Unrecognised ?? []).ToEquatableArray())
                : null,
            Ticket = _ticket is { } ticket ? new TicketMark(ticket.Reference, ticket.RespondWithin, ticket.Due) : null,
            Timers = _timers ?? [],
            Undo = _undo is null ? [] : Array.ConvertAll(_undo, RestoreUndo),
        };
    }

    private EachFrame? RestoreLoops()
    {
        EachFrame? loop = null;
        for (int i = (_loops?.Length ?? 0) - 1; i >= 0; i--)
        {
            SnapshotLoop? entry = _loops![i];
            if (entry?.Items is null || entry.Index < 0 || entry.Index >= entry.Items.Length)
            {
                throw new SnapshotReferenceException($"The snapshot's loop '{entry?.Step}' has no item {entry?.Index}.");
            }

            int step = _content.StepOf(entry.Step);
            _content.CheckItems(step, entry.Items);
            loop = new EachFrame(step, entry.Items, entry.Index, entry.Failed, loop);
        }

        return loop;
    }

    private UndoDelta RestoreUndo(SnapshotUndo undo) =>
        new(_content.StepOf(undo.Step), undo.Visit, [.. undo.Data.Select(value => new UndoneValue(_content.SlotOf(value.Key), value.Value))]);

    /// <summary>What JSON cannot rule out: parts that are null, and counts that no session has.</summary>
    private void CheckParts()
    {
        if (_turn < (_status == SessionStatus.New ? 0 : 1) || _visit < 0 || _turn > MostTurns || _visit > MostTurns)
        {
            throw new SnapshotReferenceException($"The snapshot is {_status} at turn {_turn} and visit {_visit}, which no session is.");
        }

        Value[] data = _data ?? flow.Parts.Defaults;
        for (int slot = 0; slot < flow.Parts.InputCount; slot++)
        {
            if (data[slot].IsNull && !flow.Parts.Variables[slot].Optional)
            {
                throw new SnapshotReferenceException($"The snapshot lacks the input '{flow.Parts.Variables[slot].Name}'.");
            }
        }

        bool lacksText = HasNull(_unrecognised) || HasNull(_fallback?.Unrecognised);
        bool lacksPart = (_timers is not null && Array.Exists(_timers, static timer => timer is not { Id: not null })) || HasNull(_undo);
        if (lacksText || lacksPart || _ticket is { Reference: null })
        {
            throw new SnapshotReferenceException("The snapshot has null where a text, a timer, an undo delta or a ticket's reference must stand.");
        }
    }

    private static bool HasNull(object?[]? items) => items is not null && Array.IndexOf(items, null) >= 0;

    /// <summary>Whether the loops around the step are just those the session is in.</summary>
    private bool LoopsFit(EachFrame? frame)
    {
        StepPlace? around = flow.Nodes[_step].Place.Loop;
        while (around is not null && frame is not null && frame.Step == around.Index)
        {
            around = around.Loop;
            frame = frame.Outer;
        }

        return around is null && frame is null;
    }
}
