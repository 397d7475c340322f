using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using GuidanceFlow.Commands;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads a line of the protocol's input. Programs write it, so it is strict: what is not understood is refused, never guessed.</summary>
internal static class RequestReader
{
    private static readonly string[] RootMembers = ["start", "answer", "command", "correct", "locale", "attachment", "why", "now"];
    private static readonly string[] CorrectMembers = ["step", "answer"];
    private static readonly string[] StartMembers = ["id", "inputs", "known", "locale", "channel", "customer", "now"];

    /// <exception cref="RequestException">The line is not a request.</exception>
    public static Request Read(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line.IndexOfAnyExcept(" \t"u8) < 0)
        {
            throw new RequestException("The line is empty. Send {\"start\":{}} or {\"answer\":\"…\"}.");
        }

        if (!Utf8.IsValid(line))
        {
            throw new RequestException("The line is not UTF-8.");
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            Request request = ReadRoot(ref reader);

            // Finds what stands behind the object.
            reader.Read();
            return request;
        }
        catch (JsonException exception)
        {
            throw new RequestException(string.Create(CultureInfo.InvariantCulture, $"The line is not JSON; see byte {exception.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            // What the JSON reader says about "\ud800".
            throw new RequestException("A text in the line holds half of a character. Send both halves.");
        }
    }

    private static Request ReadRoot(ref Utf8JsonReader reader)
    {
        ExpectObject(ref reader, "a line");
        Request? input = null;
        DateTimeOffset? now = null;
        int inputs = 0;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            switch (RequestValues.Member(ref reader, RootMembers, "a line", ref seen))
            {
                case 0:
                    input = ReadStart(ref reader);
                    inputs++;
                    break;
                case 1:
                    input = new Answer(RequestValues.Text(ref reader, "answer"), null);
                    inputs++;
                    break;
                case 2:
                    input = new CommandRequest(ReadCommand(ref reader), null);
                    inputs++;
                    break;
                case 3:
                    input = ReadCorrection(ref reader);
                    inputs++;
                    break;
                case 4:
                    input = new LocaleRequest(RequestValues.Text(ref reader, "locale"), null);
                    inputs++;
                    break;
                case 5:
                    input = new AttachmentRequest(AttachmentReader.Read(ref reader), null);
                    inputs++;
                    break;
                case 6:
                    input = new WhyRequest(RequestValues.Text(ref reader, "why"));
                    inputs++;
                    break;
                default:
                    now = RequestValues.Time(ref reader, "now");
                    break;
            }
        }

        if (inputs != 1)
        {
            throw new RequestException(inputs == 0
                ? "The line holds none of 'start', 'answer', 'command', 'correct', 'locale', 'attachment' and 'why'. Send {\"start\":{}}, {\"answer\":\"…\"}, {\"command\":\"back\"}, {\"correct\":{…}}, {\"locale\":\"…\"}, {\"attachment\":{…}} or {\"why\":\"…\"}."
                : "The line holds several of 'start', 'answer', 'command', 'correct', 'locale', 'attachment' and 'why'. Send one line for each.");
        }

        return input switch
        {
            Start when now is not null => throw new RequestException("Member 'now' of a start stands inside of 'start'."),
            Answer answer => answer with { Now = now },
            CommandRequest command => command with { Now = now },
            CorrectionRequest correction => correction with { Now = now },
            WhyRequest when now is not null => throw new RequestException("Member 'now' has no place beside 'why': a question has no time."),
            LocaleRequest locale => locale with { Now = now },
            AttachmentRequest files => files with { Now = now },
            _ => input!,
        };
    }

    private static CorrectionRequest ReadCorrection(ref Utf8JsonReader reader)
    {
        ExpectObject(ref reader, "'correct'");
        string? step = null;
        string? answer = null;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (RequestValues.Member(ref reader, CorrectMembers, "'correct'", ref seen) == 0)
            {
                step = RequestValues.Text(ref reader, "step");
            }
            else
            {
                answer = RequestValues.Text(ref reader, "answer");
            }
        }

        return step is not null && answer is not null
            ? new CorrectionRequest(step, answer, null)
            : throw new RequestException("'correct' needs the members 'step' and 'answer'. Send {\"correct\":{\"step\":\"…\",\"answer\":\"…\"}}.");
    }

    private static SessionCommand ReadCommand(ref Utf8JsonReader reader)
    {
        string name = RequestValues.Text(ref reader, "command");
        foreach (SessionCommand command in Enum.GetValues<SessionCommand>())
        {
            if (string.Equals(name, NameOf(command), StringComparison.Ordinal))
            {
                return command;
            }
        }

        throw new RequestException($"There is no command {Spelling.Quote(name)}. The commands are {string.Join(", ", Enum.GetValues<SessionCommand>().Select(NameOf))}.");
    }

    private static string NameOf(SessionCommand command) => command switch
    {
        SessionCommand.Back => "back",
        SessionCommand.Repeat => "repeat",
        SessionCommand.Help => "help",
        SessionCommand.Person => "person",
        SessionCommand.Restart => "restart",
        _ => "cancel",
    };

    private static Start ReadStart(ref Utf8JsonReader reader)
    {
        ExpectObject(ref reader, "'start'");
        var start = new Start();
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            start = RequestValues.Member(ref reader, StartMembers, "'start'", ref seen) switch
            {
                0 => start with { Id = RequestValues.Text(ref reader, "id") },
                1 => start with { Inputs = RequestValues.Named(ref reader, "inputs") },
                2 => start with { Known = RequestValues.Named(ref reader, "known") },
                3 => start with { Locale = RequestValues.Text(ref reader, "locale") },
                4 => start with { Channel = RequestValues.Text(ref reader, "channel") },
                5 => start with { Customer = RequestValues.Text(ref reader, "customer") },
                _ => start with { Now = RequestValues.Time(ref reader, "now") },
            };
        }

        return start;
    }

    private static void ExpectObject(ref Utf8JsonReader reader, string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new RequestException($"Expected {what} to be an object, found {RequestValues.Describe(reader.TokenType)}.");
        }
    }
}
