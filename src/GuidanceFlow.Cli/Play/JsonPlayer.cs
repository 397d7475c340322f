using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Cli.Play;

/// <summary>
/// The protocol for programs: every line in gives exactly one line out, flushed, whatever the line holds. One session at a
/// time; a new start replaces it.
/// </summary>
internal sealed class JsonPlayer(Flow flow, IReadOnlyDictionary<string, Value> inputs, string? locale, Terminal terminal)
{
    /// <summary>Longer lines are refused without being kept.</summary>
    public const int LongestLine = 1024 * 1024;

    // More names than this help nobody.
    private const int MostListed = 12;

    private static readonly Dictionary<string, Value> NothingKnown = new(StringComparer.Ordinal);
    private static readonly JsonWriterOptions ErrorOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _reply = new(4096);
    private readonly List<JournalEntry> _journal = [];
    private GuidanceSession? _session;
    private DateTimeOffset? _startedAt;
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

            _reply.Write(TurnReplyJson.Write(request switch
            {
                Start start => Take(start),
                Answer answer => Take(new AnswerInput(answer.Text), answer.Now),
                AttachmentRequest files => Take(new AttachmentInput(files.Files.ToEquatableArray()), files.Now),
                CommandRequest command => Take(new CommandInput(command.What), command.Now),
                CorrectionRequest correction => Take(new CorrectionInput(correction.Step, correction.Text), correction.Now),
                LocaleRequest locale => Take(new LocaleInput(locale.Wanted), locale.Now),
                var other => throw new InvalidOperationException($"There is no reply to {other}."),
            }));
        }
        catch (RequestException exception)
        {
            WriteError(exception.Message);
        }
    }

    private TurnReply Take(Start start)
    {
        _starts++;
        _startedAt = start.Now;
        var request = new StartRequest
        {
            SessionId = start.Id ?? string.Create(CultureInfo.InvariantCulture, $"session-{_starts}"),
            Inputs = start.Inputs ?? inputs,
            Known = start.Known ?? NothingKnown,
            Locale = start.Locale ?? locale,
            Channel = start.Channel,
            CustomerKey = start.Customer,
        };
        DateTimeOffset now = Now(null);
        Turn turn = GuidanceEngine.Start(flow, request, now);
        _journal.Clear();
        if (turn.Result != TurnResult.Refused)
        {
            _journal.Add(JournalEntry.OfStart(turn, request, now));
        }

        return Take(turn, now);
    }

    private TurnReply Take(SessionInput input, DateTimeOffset? at)
    {
        DateTimeOffset now = Now(at);
        Turn turn = GuidanceEngine.Step(flow, _session ?? throw NoSession(), input, now);
        if (turn.Result != TurnResult.Refused)
        {
            _journal.Add(JournalEntry.Of(turn, input, now));
        }

        return Take(turn, now);
    }

    private TurnReply Take(Turn turn, DateTimeOffset now)
    {
        // After a start that was refused, too: an answer meant for the new session must never reach the one before.
        _session = turn.Session;
        return TurnReply.From(turn, now);
    }

    private DateTimeOffset Now(DateTimeOffset? given) => given ?? _startedAt ?? terminal.Time.GetUtcNow();

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
        Flow its = (_session ?? throw NoSession()).Flow;
        CheckStep(its, step);
        StepReason? reason = StepReason.Find(its, _journal, step);
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
