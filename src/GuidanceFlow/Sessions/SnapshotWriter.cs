using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>Writes snapshots: everything by the author's ids and names, nothing by number, nothing that is as at the start.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    // A buffer that one large session has grown is not kept.
    private const int KeptLength = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static SnapshotWriter? t_free;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;

    private SnapshotWriter() => _json = new Utf8JsonWriter(_buffer, Options);

    public static byte[] Write(GuidanceSession session, int formatVersion)
    {
        SnapshotWriter writer = t_free ?? new SnapshotWriter();
        t_free = null;
        writer.WriteAll(session.Flow, session.ActiveFlow, session.State, formatVersion);
        writer._json.Flush();
        byte[] snapshot = writer._buffer.WrittenSpan.ToArray();
        if (writer._buffer.Capacity <= KeptLength)
        {
            writer._buffer.ResetWrittenCount();
            writer._json.Reset();
            t_free = writer;
        }
        else
        {
            writer.Dispose();
        }

        return snapshot;
    }

    public void Dispose() => _json.Dispose();

    private void WriteAll(Flow root, Flow flow, SessionState state, int formatVersion)
    {
        _json.WriteStartObject();
        _json.WriteNumber("v"u8, formatVersion);
        _json.WriteString("id"u8, state.Id);
        _json.WriteString("flow"u8, root.Id);
        WriteCount("flow_version"u8, root.Version);
        _json.WriteString("structure"u8, root.StructureHash);
        if (state.Caller is { } caller)
        {
            // First of all, for it says to which flow the steps and data belong.
            _json.WritePropertyName("callers"u8);
            JsonSerializer.Serialize(_json, SnapshotCallers.Write(root, caller)!, SnapshotJsonContext.Default.SnapshotCallerArray);
        }

        WriteCount("turn"u8, state.Turn);
        if (state.Status == SessionStatus.Waiting)
        {
            _json.WriteString("status"u8, "waiting"u8);
        }
        else if (state.Status != default)
        {
            _json.WritePropertyName("status"u8);
            JsonSerializer.Serialize(_json, state.Status, SnapshotJsonContext.Default.SessionStatus);
        }

        if (state.Outcome is not null)
        {
            _json.WritePropertyName("outcome"u8);
            JsonSerializer.Serialize(_json, state.Outcome, SnapshotJsonContext.Default.NullableSessionOutcome);
        }

        _json.WriteString("locale"u8, state.Locale);
        WriteText("channel"u8, state.Channel);
        WriteText("customer"u8, state.CustomerKey);
        _json.WriteString("started"u8, state.StartedAt);
        if (state.Step >= 0)
        {
            _json.WriteString("step"u8, flow.Nodes[state.Step].Id);
        }

        WriteCount("visit"u8, state.Visit);
        WriteCount("upset"u8, state.Upset);
        if (state.Unrecognised.Length > 0)
        {
            _json.WritePropertyName("unrecognised"u8);
            JsonSerializer.Serialize(_json, state.Unrecognised, SnapshotJsonContext.Default.StringArray);
        }

        WriteData(flow, state.Data);
        WriteAnswers(flow, "answers"u8, state.Answers.AsSpan());
        WriteLoops(flow, state.Loop);
        WriteAnswers(flow, "known"u8, state.Known);
        if (state.Offered.Length > 0)
        {
            _json.WritePropertyName("offered"u8);
            ValueJson.Write(_json, Value.From(ValueList.Adopt(state.Offered)));
        }

        WriteAnswers(flow, "chosen"u8, state.Chosen);
        WriteRest(state);
        SnapshotUndoLog.Write(_json, root, flow, state);
        _json.WriteEndObject();
    }

    private void WriteRest(SessionState state)
    {
        if (state.Secrets.Length > 0)
        {
            _json.WritePropertyName("secrets"u8);
            JsonSerializer.Serialize(_json, state.Secrets, SnapshotJsonContext.Default.StringArray);
        }

        if (state.Calling is { } calling)
        {
            _json.WritePropertyName("calling"u8);
            JsonSerializer.Serialize(_json, calling, SnapshotJsonContext.Default.CallState);
        }

        if (state.Failure is { } failure)
        {
            _json.WritePropertyName("failure"u8);
            JsonSerializer.Serialize(_json, failure, SnapshotJsonContext.Default.ActionFailure);
        }

        if (state.Fallback is { } fallback)
        {
            _json.WritePropertyName("fallback"u8);
            JsonSerializer.Serialize(_json, SnapshotFallback.Of(fallback), SnapshotJsonContext.Default.SnapshotFallback);
        }

        if (state.Confirming is { } confirming)
        {
            _json.WritePropertyName("confirming"u8);
            JsonSerializer.Serialize(_json, confirming, SnapshotJsonContext.Default.Confirmation);
        }

        if (state.Ticket is { } ticket)
        {
            _json.WritePropertyName("ticket"u8);
            JsonSerializer.Serialize(_json, new SnapshotTicket(ticket.Reference, ticket.RespondWithin, ticket.Due), SnapshotJsonContext.Default.SnapshotTicket);
        }

        if (state.Timers.Length > 0)
        {
            _json.WritePropertyName("timers"u8);
            JsonSerializer.Serialize(_json, state.Timers, SnapshotJsonContext.Default.SessionTimerArray);
        }
    }

    private void WriteData(Flow flow, Value[] data)
    {
        bool any = false;
        for (int slot = 0; slot < data.Length; slot++)
        {
            if (data[slot] == flow.Parts.Defaults[slot])
            {
                continue;
            }

            if (!any)
            {
                any = true;
                _json.WriteStartObject("data"u8);
            }

            _json.WritePropertyName(flow.Parts.Variables[slot].Name);
            ValueJson.Write(_json, data[slot]);
        }

        if (any)
        {
            _json.WriteEndObject();
        }
    }

    private void WriteAnswers(Flow flow, ReadOnlySpan<byte> name, ReadOnlySpan<StepAnswer> answers)
    {
        if (answers.Length == 0)
        {
            return;
        }

        _json.WriteStartObject(name);
        foreach (StepAnswer answer in answers)
        {
            _json.WritePropertyName(flow.Nodes[answer.Step].Id);
            ValueJson.Write(_json, answer.Value);
        }

        _json.WriteEndObject();
    }

    private void WriteLoops(Flow flow, EachFrame? frame)
    {
        if (frame is null)
        {
            return;
        }

        _json.WriteStartArray("loops"u8);
        for (; frame is not null; frame = frame.Outer)
        {
            JsonSerializer.Serialize(_json, new SnapshotLoop(flow.Nodes[frame.Step].Id, frame.Items, frame.Index, frame.Failed), SnapshotJsonContext.Default.SnapshotLoop);
        }

        _json.WriteEndArray();
    }

    private void WriteCount(ReadOnlySpan<byte> name, int count)
    {
        if (count != 0)
        {
            _json.WriteNumber(name, count);
        }
    }

    private void WriteText(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            _json.WriteString(name, text);
        }
    }
}
