using System.Text;
using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

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
    private uint _seen;
    private int _wanted;
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
    private Confirmation? _confirming;
    private SnapshotTicket? _ticket;
    private SessionTimer[]? _timers;
    private SnapshotUndoLog.StoredList? _undo;
    private int _undoFloor;
    private Value[]? _offered;
    private StepAnswer[]? _chosen;
    private UndoEnd _undoEnd;

    private bool IsRight => _isOfFlow && _isOfStructure && _flowVersion == flow.Version;

    /// <summary>Reads the session.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a session.</exception>
    /// <exception cref="SnapshotReferenceException">It names what the flow does not have, or contradicts itself.</exception>
    public SnapshotReadResult Read(ReadOnlySpan<byte> utf8, int formatVersion)
    {
        _wanted = formatVersion;
        ReadMembers(utf8);
        if (Has(SnapshotMember.Version) && _version != formatVersion)
        {
            return SnapshotReadResult.Failed(
                SnapshotProblem.UnknownVersion,
                $"The snapshot has format version {_version}; this library reads {formatVersion}. Read it with the version of the library that wrote it.");
        }

        Require(SnapshotMember.Version, SnapshotMember.Id, SnapshotMember.Flow, SnapshotMember.Locale);
        if (_isOfFlow)
        {
            Require(SnapshotMember.Structure);
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

        _seen = 0;
        SnapshotMember member = default;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                member = MemberAt(ref reader);
                reader.Read();
                ReadMember(ref reader, member, utf8);
                if (member == SnapshotMember.Version && _version != _wanted)
                {
                    // What follows may have any form.
                    return;
                }

                member = default;
            }
        }
        catch (Exception exception) when (member != default && exception is (JsonException or InvalidOperationException or FormatException))
        {
            // Where the text itself is broken, the place says more than the member.
            if (SnapshotMembers.IsJson(utf8))
            {
                throw new SnapshotReferenceException(SnapshotMembers.Misfit(member, (exception as JsonException)?.Path));
            }

            throw;
        }

        // What follows the object is not JSON, and the reader says so.
        reader.Read();
    }

    private SnapshotMember MemberAt(ref Utf8JsonReader reader)
    {
        SnapshotMember member = SnapshotMembers.Find(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
        if (member == default)
        {
            throw new SnapshotReferenceException(SnapshotMembers.Unknown(reader.GetString()!));
        }

        if (Has(member))
        {
            throw new SnapshotReferenceException($"The snapshot has the member '{SnapshotMembers.NameOf(member)}' twice. Remove one of the two.");
        }

        _seen |= 1u << (int)member;
        return member;
    }

    private bool Has(SnapshotMember member) => (_seen & (1u << (int)member)) != 0;

    /// <summary>Refuses a snapshot that lacks what the writer never leaves out.</summary>
    private void Require(params ReadOnlySpan<SnapshotMember> members)
    {
        foreach (SnapshotMember member in members)
        {
            if (!Has(member))
            {
                throw new SnapshotReferenceException($"The snapshot lacks the member '{SnapshotMembers.NameOf(member)}'. Take the snapshot as it was written.");
            }
        }
    }

    private void ReadMember(ref Utf8JsonReader reader, SnapshotMember member, ReadOnlySpan<byte> utf8)
    {
        if (ReadHeader(ref reader, member) || ReadPlain(ref reader, member))
        {
            return;
        }

        if (!IsRight)
        {
            _wasPutOff = true;
            reader.Skip();
            return;
        }

        switch (member)
        {
            case SnapshotMember.Step:
                _step = reader.TokenType == JsonTokenType.Null ? -1 : _content.StepOf(ref reader);
                break;
            case SnapshotMember.Data:
                _data = _content.ReadData(ref reader);
                break;
            case SnapshotMember.Answers:
                _answers = _content.ReadAnswers(ref reader);
                break;
            case SnapshotMember.Known:
                _known = _content.ReadAnswers(ref reader);
                break;
            case SnapshotMember.Offered:
                _offered = ValueJson.Read(ref reader).TryGetList(out ValueList? items) ? [.. items] : throw new JsonException();
                break;
            case SnapshotMember.Chosen:
                _chosen = _content.ReadChosen(ref reader);
                break;
            case SnapshotMember.Loops:
                _loops = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotLoopArray);
                break;
            case SnapshotMember.Undo:
                _undo = SnapshotUndoLog.Read(ref reader, utf8);
                break;
        }
    }

    /// <summary>Members that say which flow it is.</summary>
    private bool ReadHeader(ref Utf8JsonReader reader, SnapshotMember member)
    {
        switch (member)
        {
            case SnapshotMember.Version:
                _version = reader.GetInt32();
                break;
            case SnapshotMember.Flow:
                _isOfFlow = reader.ValueTextEquals(flow.Id);
                _flowId = _isOfFlow ? flow.Id : reader.GetString();
                break;
            case SnapshotMember.Structure:
                _isOfStructure = reader.ValueTextEquals(flow.StructureHash);
                break;
            case SnapshotMember.FlowVersion:
                _flowVersion = reader.GetInt32();
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Members that mean the same under any flow.</summary>
    private bool ReadPlain(ref Utf8JsonReader reader, SnapshotMember member)
    {
        switch (member)
        {
            case SnapshotMember.Id:
                _id = reader.GetString() ?? throw new JsonException();
                break;
            case SnapshotMember.Turn:
                _turn = reader.GetInt32();
                break;
            case SnapshotMember.Visit:
                _visit = reader.GetInt32();
                break;
            case SnapshotMember.Status:
                _status = reader.ValueTextEquals("waiting"u8) ? SessionStatus.Waiting : JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SessionStatus);
                break;
            case SnapshotMember.Locale:
                ReadLocale(ref reader);
                break;
            case SnapshotMember.Ticket:
                _ticket = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotTicket);
                break;
            case SnapshotMember.Timers:
                _timers = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SessionTimerArray);
                break;
            case SnapshotMember.Started:
                _started = reader.GetDateTimeOffset();
                break;
            case SnapshotMember.Channel:
                _channel = reader.GetString();
                break;
            case SnapshotMember.Outcome:
                _outcome = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.NullableSessionOutcome);
                break;
            case SnapshotMember.Customer:
                _customer = reader.GetString();
                break;
            case SnapshotMember.Fallback:
                _fallback = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotFallback);
                break;
            case SnapshotMember.UndoFloor:
                _undoFloor = reader.GetInt32();
                break;
            case SnapshotMember.UndoEnd:
                _undoEnd = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.UndoEnd);
                break;
            case SnapshotMember.Confirming:
                _confirming = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.Confirmation);
                break;
            case SnapshotMember.Unrecognised:
                _unrecognised = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.StringArray);
                break;
            default:
                return false;
        }

        return true;
    }

    private void ReadLocale(ref Utf8JsonReader reader)
    {
        foreach (string locale in flow.Definition.Locales.AsSpan())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(locale))
            {
                _locale = locale;
                return;
            }
        }

        _locale = flow.ResolveLocale(reader.GetString() ?? throw new JsonException());
    }

    private SessionState Restore()
    {
        CheckStatus();
        EachFrame? loop = _content.Loops(_loops);
        if (_status == SessionStatus.Waiting && (flow.Nodes[_step] is not AskStep || !_content.LoopsFit(_step, loop)))
        {
            throw new SnapshotReferenceException($"The snapshot waits at '{flow.Nodes[_step].Id}', which is no question or stands in other loops.");
        }

        CheckParts();
        _content.CheckConfirming(_status == SessionStatus.Waiting ? _step : -1, _confirming);
        _content.CheckOffered(_status == SessionStatus.Waiting ? _step : -1, _offered);
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
            Offered = _offered ?? [],
            Chosen = _chosen ?? [],
            Confirming = _confirming,
            Fallback = _fallback?.ToInfo(),
            Ticket = _ticket is { } ticket ? new TicketMark(ticket.Reference, ticket.RespondWithin, ticket.Due) : null,
            Timers = _timers ?? [],
            Undo = SnapshotUndoLog.Restore(flow, _undo, _undoFloor, _undoEnd, loop, _answers?.Length ?? 0),
        };
    }

    /// <summary>Whether the members that go with the status are there.</summary>
    private void CheckStatus()
    {
        Require(SnapshotMember.Started);
        if (_status != SessionStatus.New || _turn > 0 || _step >= 0)
        {
            Require(SnapshotMember.Status, SnapshotMember.Turn);
        }

        if (_status == SessionStatus.Waiting)
        {
            Require(SnapshotMember.Step, SnapshotMember.Visit);
            if (_step < 0)
            {
                throw new SnapshotReferenceException(SnapshotMembers.Misfit(SnapshotMember.Step, path: null));
            }
        }

        if (_status == SessionStatus.Ended)
        {
            Require(SnapshotMember.Outcome);
        }

        if (_status == SessionStatus.Ended != _outcome is not null)
        {
            throw new SnapshotReferenceException("The snapshot must have an 'outcome' if its 'status' is 'ended', and only then. Take the snapshot as it was written.");
        }
    }

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
        bool lacksPart = (_timers is not null && Array.Exists(_timers, static timer => timer is not { Id: not null }));
        if (lacksText || lacksPart || _ticket is { Reference: null })
        {
            throw new SnapshotReferenceException("The snapshot has null where a text, a timer or a ticket's reference must stand.");
        }
    }

    private static bool HasNull(object?[]? items) => items is not null && Array.IndexOf(items, null) >= 0;
}
