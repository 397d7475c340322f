using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Rehearsals;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Cli.Play;

/// <summary>
/// The protocol for programs: every line in gives exactly one line out, flushed, whatever the line holds. One session at a
/// time; a new start replaces it.
/// </summary>
internal sealed class JsonPlayer(Flow flow, IReadOnlyDictionary<string, Value> inputs, string? locale, ActionStubs actions, Terminal terminal)
{
    /// <summary>Longer lines are refused without being kept.</summary>
    public const int LongestLine = 1024 * 1024;

    // More names than this help nobody.
    private const int MostListed = 12;

    private static readonly Dictionary<string, Value> NothingKnown = new(StringComparer.Ordinal);
    private static readonly JsonWriterOptions ErrorOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _reply = new(4096);
    private readonly Rehearsal _rehearsal = new(flow, actions);

    // The replies to time that passed under an id: no input of a session, so the session does not keep them.
    private readonly Dictionary<string, TurnReply> _advances = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private string? _startedBy;
    private bool _keepsTime;
    private TimeSpan _ahead;
    private int _starts;

    public int Play()
    {
        var lines = new LineReader(terminal.Input, LongestLine);
        bool first = true;
        while (lines.Read())
        {
            _reply.ResetWrittenCount();
            if (lines.TooLong)
            {
                WriteError(string.Create(CultureInfo.InvariantCulture, $"The line is longer than {LongestLine} bytes."));
            }
            else
            {
                Answer(first ? WithoutMark(lines.Line) : lines.Line);
            }

            first = false;
            _reply.Write("\n"u8);
            terminal.Output.Write(_reply.WrittenSpan);
            terminal.Output.Flush();
        }

        return ExitCode.Ok;
    }

    private void Answer(ReadOnlySpan<byte> line)
    {
        try
        {
            Request request = RequestReader.Read(line);
            if (request is WhyRequest why)
            {
                WriteWhy(why.Step);
                return;
            }

            Write(request switch
            {
                Start start => Take(start),
                StepRequest step => Take(step),
                AdvanceRequest advance => Take(advance),
                ResultRequest result => Take(result),
                var other => throw new InvalidOperationException($"There is no reply to {other}."),
            });
        }
        catch (RequestException exception)
        {
            WriteError(exception.Message);
        }
    }

    private RehearsalStep Take(Start start)
    {
        bool isRepeat = start.InputId is not null && start.InputId == _startedBy && (start.Id is null || start.Id == _rehearsal.Session?.Id);
        if (!isRepeat)
        {
            _starts++;
            (_startedBy, _keepsTime, _ahead) = (start.InputId, start.Now is not null, TimeSpan.Zero);
            _advances.Clear();
            _ids.Clear();
        }

        var request = new StartRequest
        {
            SessionId = isRepeat ? _rehearsal.Session!.Id : start.Id ?? string.Create(CultureInfo.InvariantCulture, $"session-{_starts}"),
            Inputs = start.Inputs ?? inputs,
            Known = start.Known ?? NothingKnown,
            Locale = start.Locale ?? locale,
            Channel = start.Channel,
            CustomerKey = start.Customer,
        };
        return _rehearsal.Start(request, start.Now ?? terminal.Time.GetUtcNow(), start.InputId);
    }

    private RehearsalStep Take(StepRequest step)
    {
        SetClock(step);
        return Known(step, _rehearsal.Take(step.Input, step.InputId));
    }

    private RehearsalStep Take(ResultRequest result)
    {
        SetClock(result);
        if (result.InputId is null || !_ids.Contains(result.InputId))
        {
            if (_rehearsal.CallEnds is { } ends)
            {
                throw new RequestException(string.Create(CultureInfo.InvariantCulture, $"The action '{_rehearsal.Call?.Action}' ends by itself at {ends.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF}Z. Send {{\"advance\":\"…\"}}."));
            }

            if (_rehearsal.Call is null)
            {
                throw new RequestException("The session waits for no action, so that there is none to end.");
            }
        }

        return Known(result, _rehearsal.End(result.Result, result.InputId));
    }

    private RehearsalStep Known(Request request, RehearsalStep step)
    {
        if (request.InputId is not null && step.Reply.Result != TurnResult.Refused)
        {
            _ids.Add(request.InputId);
        }

        return step;
    }

    private RehearsalStep Take(AdvanceRequest advance)
    {
        SetClock(advance);
        if (advance.InputId is not null && _advances.TryGetValue(advance.InputId, out TurnReply? before))
        {
            return new RehearsalStep([new ConversationTurn(null, before) { IsRepeat = true }], before);
        }

        RehearsalStep step = _rehearsal.Advance(advance.By);
        _ahead += advance.By;
        if (advance.InputId is not null)
        {
            _advances[advance.InputId] = step.Reply;
        }

        return step;
    }

    /// <summary>Sets the clock to the time of a line; nothing fires by that, only by time that is said to pass.</summary>
    private void SetClock(Request request)
    {
        if (_rehearsal.Session is null)
        {
            throw NoSession();
        }

        _rehearsal.Now = request.Now ?? (_keepsTime ? _rehearsal.Now : terminal.Time.GetUtcNow() + _ahead);
    }

    private static RequestException NoSession() => new("There is no session yet. Send {\"start\":{}} first.");

    /// <summary>A step that neither the flow nor one it runs has is a mistake; one where the session never was is not.</summary>
    private static void CheckStep(Flow flow, string step)
    {
        string[] steps = [.. flow.Closure.SelectMany(id => flow.FindFlow(id)!.Steps).Select(known => known.Id).Distinct(StringComparer.Ordinal)];
        if (steps.Contains(step, StringComparer.Ordinal))
        {
            return;
        }

        string remedy = Spelling.Nearest(step, steps) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"The steps are {string.Join(", ", steps.Take(MostListed))}{(steps.Length > MostListed ? " …" : ".")}";
        throw new RequestException($"There is no step {Spelling.Quote(step)}. {remedy}");
    }

    /// <summary>Tells why the session came to a step; null in its place where it never did.</summary>
    private void WriteWhy(string step)
    {
        Flow its = (_rehearsal.Session ?? throw NoSession()).Flow;
        CheckStep(its, step);
        StepReason? reason = StepReason.Find(its, _rehearsal.Journal, step);
        using var writer = new Utf8JsonWriter(_reply, ErrorOptions);
        writer.WriteStartObject();
        writer.WriteNumber("protocol"u8, 1);
        if (reason is null)
        {
            writer.WriteNull("why"u8);
        }
        else
        {
            writer.WriteStartObject("why"u8);
            writer.WriteString("step"u8, reason.Step);
            writer.WriteNumber("turn"u8, reason.Turn);
            writer.WriteString("kind"u8, reason.Kind.ToString().ToLowerInvariant());
            writer.WriteString("from"u8, reason.From);
            writer.WriteString("guard"u8, reason.Guard);
            writer.WriteString("answer"u8, reason.Answer);
            writer.WriteString("detail"u8, reason.Detail);
            writer.WriteBoolean("skipped"u8, reason.WasSkipped);
            writer.WriteString("text"u8, reason.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the reply and, behind its members, what goes on beside: the timers, the action under way, what was given to a person.</summary>
    private void Write(RehearsalStep step)
    {
        if (step.IsBrokenOff)
        {
            throw new RequestException(string.Create(CultureInfo.InvariantCulture, $"More than {Rehearsal.MostTurns} turns follow. The session went so far; the clock stands at {_rehearsal.Now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF}Z."));
        }

        byte[] reply = TurnReplyJson.Write(step.Reply);
        if (step.Turns is [{ IsRepeat: true }])
        {
            _reply.Write(reply);
            return;
        }

        _reply.Write(reply.AsSpan()[..^1]);
        SituationJson.Write(_reply, _rehearsal, step);
        _reply.Write("}"u8);
    }

    private void WriteError(string message)
    {
        using var writer = new Utf8JsonWriter(_reply, ErrorOptions);
        writer.WriteStartObject();
        writer.WriteNumber("protocol"u8, 1);
        writer.WriteString("error"u8, message);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line[3..] : line;
}
