using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads a line of the protocol's input. Programs write it, so it is strict: what is not understood is refused, never guessed.</summary>
internal static class RequestReader
{
    private const int FirstSetting = 11;

    // In this order they are named in messages; those behind are no inputs.
    private static readonly string[] RootMembers = ["start", "answer", "command", "correct", "locale", "attachment", "advance", "signal", "person", "result", "why", "now", "id"];
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
        string? id = null;
        int inputs = 0;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            int member = RequestValues.Member(ref reader, RootMembers, "a line", ref seen);
            inputs += member < FirstSetting ? 1 : 0;
            switch (member)
            {
                case FirstSetting:
                    now = RequestValues.Time(ref reader, "now");
                    break;
                case FirstSetting + 1:
                    id = RequestValues.Text(ref reader, "id");
                    break;
                default:
                    input = ReadInput(ref reader, member);
                    break;
            }
        }

        return inputs == 1 ? WithSettings(input!, now, id) : throw WrongNumber(inputs);
    }

    private static Request ReadInput(ref Utf8JsonReader reader, int member) => member switch
    {
        0 => ReadStart(ref reader),
        1 => new StepRequest(new AnswerInput(RequestValues.Text(ref reader, "answer"))),
        2 => new StepRequest(new CommandInput(ReadCommand(ref reader))),
        3 => new StepRequest(ReadCorrection(ref reader)),
        4 => new StepRequest(new LocaleInput(RequestValues.Text(ref reader, "locale"))),
        5 => new StepRequest(new AttachmentInput(AttachmentReader.Read(ref reader).ToEquatableArray())),
        6 => new AdvanceRequest(RequestValues.Length(ref reader, "advance")),
        7 => new StepRequest(EventReader.ReadSignal(ref reader)),
        8 => new StepRequest(EventReader.ReadPerson(ref reader)),
        9 => new ResultRequest(EventReader.ReadResult(ref reader)),
        _ => new WhyRequest(RequestValues.Text(ref reader, "why")),
    };

    private static Request WithSettings(Request input, DateTimeOffset? now, string? id) => input switch
    {
        Start when now is not null => throw new RequestException("Member 'now' of a start stands inside of 'start'."),
        Start start => start with { InputId = id },
        WhyRequest when now is not null || id is not null => throw new RequestException($"Member '{(now is null ? "id" : "now")}' has no place beside 'why': a question has no time, and may be asked again."),
        AdvanceRequest when now is not null => throw new RequestException("Member 'now' has no place beside 'advance', which says by how much the clock moves on."),
        _ => input with { Now = now, InputId = id },
    };

    private static RequestException WrongNumber(int inputs)
    {
        string names = $"{string.Join(", ", RootMembers[..(FirstSetting - 1)].Select(name => $"'{name}'"))} and '{RootMembers[FirstSetting - 1]}'";
        return new RequestException(inputs == 0
            ? $"The line holds none of {names}. Send {{\"start\":{{}}}}, {{\"answer\":\"…\"}}, {{\"advance\":\"PT10M\"}} or another of them."
            : $"The line holds several of {names}. Send one line for each.");
    }

    private static CorrectionInput ReadCorrection(ref Utf8JsonReader reader)
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
            ? new CorrectionInput(step, answer)
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

    public static void ExpectObject(ref Utf8JsonReader reader, string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new RequestException($"Expected {what} to be an object, found {RequestValues.Describe(reader.TokenType)}.");
        }
    }
}
