using System.Text;
using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Diagnostics;
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

    private readonly SnapshotFields _plain = new(flow);
    private SnapshotContent _content = new(flow, interrupt: null);
    private Flow? _inner;
    private CallFrame? _caller;
    private int _version;
    private string? _flowId;
    private int _flowVersion;
    private bool _isOfFlow;
    private bool _isOfStructure;
    private ulong _seen;
    private int _wanted;
    private bool _wasPutOff;
    private int _step = -1;
    private Value[]? _data;
    private StepAnswer[]? _answers;
    private StepAnswer[]? _known;
    private SnapshotLoop[]? _loops;
    private SnapshotUndoLog.StoredList? _undo;
    private Value[]? _offered;
    private StepAnswer[]? _chosen;

    /// <summary>The flow the session is in.</summary>
    private Flow Active => _inner ?? flow;

    /// <summary>Whether the session waits for somebody else than the customer.</summary>
    private bool IsElsewhere => _plain.Status is SessionStatus.Busy or SessionStatus.WithPerson;

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

        _seen |= 1ul << (int)member;
        return member;
    }

    private bool Has(SnapshotMember member) => (_seen & (1ul << (int)member)) != 0;

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
        if (ReadHeader(ref reader, member) || _plain.TryRead(ref reader, member))
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
            case SnapshotMember.Callers:
                EnterCallers(JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotCallerArray));
                break;
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
                _known = _content.ReadAnswers(ref reader, anywhere: true);
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

    /// <summary>Goes on in the flow the session is in: what follows belongs to that.</summary>
    private void EnterCallers(SnapshotCaller[]? callers)
    {
        if (_step >= 0 || _data is not null || _answers is not null || _loops is not null)
        {
            throw new SnapshotReferenceException("The snapshot's member 'callers' must stand before those it decides about. Take the snapshot as it was written.");
        }

        _caller = SnapshotCallers.Read(flow, callers);
        _inner = _caller is { } caller ? flow.Find(caller.Running) : null;
        _content = new SnapshotContent(Active, SnapshotCallers.InterruptOf(flow, _caller));
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

    private SessionState Restore()
    {
        CheckStatus();
        EachFrame? loop = _content.Loops(_loops);
        if ((_plain.Status == SessionStatus.Waiting && (Active.Nodes[_step] is not AskStep || !_content.LoopsFit(_step, loop)))
            || (_plain.Status == SessionStatus.Busy && (Active.Nodes[_step] is not CallStep || !_content.LoopsFit(_step, loop)))
            || (_plain.Status == SessionStatus.WithPerson && (Active.Nodes[_step] is not HandoffStep || !_content.LoopsFit(_step, loop))))
        {
            throw new SnapshotReferenceException($"The snapshot waits at '{Active.Nodes[_step].Id}', which is no {(_plain.Status == SessionStatus.Busy ? "action" : _plain.Status == SessionStatus.WithPerson ? "handoff" : "question")} or stands in other loops.");
        }

        CheckParts();
        CheckTimers();
        _content.CheckConfirming(_plain.Status == SessionStatus.Waiting ? _step : -1, _plain.Confirming);
        _content.CheckOffered(_plain.Status == SessionStatus.Waiting ? _step : -1, _offered);
        _content.ShareAnswers(_answers, _data);
        return new SessionState
        {
            Id = _plain.Id!,
            Turn = _plain.Turn,
            Status = _plain.Status,
            Outcome = _plain.Outcome,
            Locale = _plain.Locale!,
            Channel = _plain.Channel,
            CustomerKey = _plain.Customer,
            StartedAt = _plain.Started,
            Step = _step,
            Visit = _plain.Visit,
            Unrecognised = _plain.Unrecognised ?? [],
            Data = _data ?? Active.Parts.Defaults,
            Answers = AnswerList.Adopt(_answers ?? []),
            Loop = loop,
            Caller = _caller,
            Known = _known ?? [],
            Offered = _offered ?? [],
            Chosen = _chosen ?? [],
            Confirming = _plain.Confirming,
            Fallback = _plain.Fallback?.ToInfo(),
            Upset = _plain.Upset,
            Secrets = _plain.Secrets ?? [],
            Calling = _plain.Calling,
            Failure = _plain.Failure,
            Ticket = _plain.Ticket is { } ticket ? new TicketMark(ticket.Reference, ticket.RespondWithin, ticket.Due) : null,
            Timers = _plain.Timers ?? [],
            Undo = SnapshotUndoLog.Restore(flow, Active, SnapshotCallers.InterruptOf(flow, _caller), _undo, _plain.UndoFloor, _plain.UndoEnd, loop, _answers?.Length ?? 0),
        };
    }

    /// <summary>Whether the members that go with the status are there.</summary>
    private void CheckStatus()
    {
        Require(SnapshotMember.Started);
        if (_plain.Status != SessionStatus.New || _plain.Turn > 0 || _step >= 0)
        {
            Require(SnapshotMember.Status, SnapshotMember.Turn);
        }

        if (_plain.Status is SessionStatus.Waiting or SessionStatus.Busy or SessionStatus.WithPerson)
        {
            Require(SnapshotMember.Step, SnapshotMember.Visit);
            if (_step < 0)
            {
                throw new SnapshotReferenceException(SnapshotMembers.Misfit(SnapshotMember.Step, path: null));
            }
        }

        if (IsElsewhere != _plain.Calling is not null || _plain.Calling is { Id: null } or { Attempt: < 1 or > MostTurns } || _plain.Failure is { Code: null } or { Action: null } or { Step: null })
        {
            throw new SnapshotReferenceException("The snapshot must have a 'calling' with 'id' and 'attempt' if its 'status' is 'busy' or 'with_person', and only then; a 'failure' has 'code', 'action' and 'step'.");
        }

        if (_plain.Status == SessionStatus.Ended)
        {
            Require(SnapshotMember.Outcome);
        }

        if (_plain.Status == SessionStatus.Ended != _plain.Outcome is not null)
        {
            throw new SnapshotReferenceException("The snapshot must have an 'outcome' if its 'status' is 'ended', and only then. Take the snapshot as it was written.");
        }
    }

    /// <summary>What JSON cannot rule out: parts that are null, and counts that no session has.</summary>
    private void CheckParts()
    {
        if (_plain.Turn < (_plain.Status == SessionStatus.New ? 0 : 1) || _plain.Visit < (_plain.Status is SessionStatus.Waiting or SessionStatus.Busy or SessionStatus.WithPerson ? 1 : 0) || _plain.Turn > MostTurns || _plain.Visit > MostTurns)
        {
            throw new SnapshotReferenceException($"The snapshot is {_plain.Status} at turn {_plain.Turn} and visit {_plain.Visit}, which no session is.");
        }

        if (_plain.Upset is < 0 or > MostTurns)
        {
            throw new SnapshotReferenceException(SnapshotMembers.Misfit(SnapshotMember.Upset, path: null));
        }

        Value[] data = _data ?? Active.Parts.Defaults;
        for (int slot = 0; slot < Active.Parts.InputCount; slot++)
        {
            if (data[slot].IsNull && !Active.Parts.Variables[slot].Optional)
            {
                throw new SnapshotReferenceException($"The snapshot lacks the input '{Active.Parts.Variables[slot].Name}'.");
            }
        }

        bool lacksText = HasNull(_plain.Unrecognised) || HasNull(_plain.Secrets) || HasNull(_plain.Fallback?.Unrecognised);
        bool lacksPart = _plain.Timers is not null && Array.Exists(_plain.Timers, static timer => timer is not { Id: not null });
        if (lacksText || lacksPart || _plain.Ticket is { Reference: null })
        {
            throw new SnapshotReferenceException("The snapshot has null where a text, a timer or a ticket's reference must stand.");
        }
    }

    /// <summary>A timer that fires finds what it is for, and a step that waits has one.</summary>
    private void CheckTimers()
    {
        var ask = _plain.Status == SessionStatus.Waiting ? (AskStep)Active.Nodes[_step] : null;
        bool isOpen = ask is not null || IsElsewhere;
        SessionTimer[] timers = _plain.Timers ?? [];
        foreach (SessionTimer timer in timers)
        {
            bool isRight = timer.Id switch
            {
                SessionTimer.Wait => ask?.Wait is not null,
                SessionTimer.Remind => timer.Before >= 0 && (ask?.Silence is not null || (IsElsewhere && Active.Nodes[_step] is HandoffStep { Silence: not null })),
                SessionTimer.GiveUp => ask?.Silence is not null,
                SessionTimer.Expiry => isOpen,
                SessionTimer.Retry => _plain.Status == SessionStatus.Busy,
                SessionTimer.Handoff => IsElsewhere && Active.Nodes[_step] is HandoffStep { TimeoutTarget: not null },
                _ => false,
            };
            if (!isRight)
            {
                throw new SnapshotReferenceException($"The snapshot has a timer '{Spelling.OneLine(timer.Id)}', which nothing at its step is for.");
            }
        }

        if (ask?.Wait is not null && !Array.Exists(timers, timer => timer.Id == SessionTimer.Wait))
        {
            throw new SnapshotReferenceException($"The snapshot waits at '{ask.Id}' without the timer 'wait'. Take the snapshot as it was written.");
        }
    }

    private static bool HasNull(object?[]? items) => items is not null && Array.IndexOf(items, null) >= 0;
}
