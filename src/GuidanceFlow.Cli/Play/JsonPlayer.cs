using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Definitions;
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

    private static readonly Dictionary<string, Value> NothingKnown = new(StringComparer.Ordinal);
    private static readonly JsonWriterOptions ErrorOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _reply = new(4096);
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
            _reply.Write(TurnReplyJson.Write(RequestReader.Read(line) switch
            {
                Start start => Take(start),
                Answer answer => Take(new AnswerInput(answer.Text), answer.Now),
                AttachmentRequest files => Take(new AttachmentInput(files.Files.ToEquatableArray()), files.Now),
                CommandRequest command => Take(new CommandInput(command.What), command.Now),
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
        return Take(GuidanceEngine.Start(flow, request, now), now);
    }

    private TurnReply Take(SessionInput input, DateTimeOffset? at)
    {
        if (_session is null)
        {
            throw new RequestException("There is no session yet. Send {\"start\":{}} first.");
        }

        DateTimeOffset now = Now(at);
        return Take(GuidanceEngine.Step(flow, _session, input, now), now);
    }

    private TurnReply Take(Turn turn, DateTimeOffset now)
    {
        // After a start that was refused, too: an answer meant for the new session must never reach the one before.
        _session = turn.Session;
        return TurnReply.From(turn, now);
    }

    private DateTimeOffset Now(DateTimeOffset? given) => given ?? _startedAt ?? terminal.Time.GetUtcNow();

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
