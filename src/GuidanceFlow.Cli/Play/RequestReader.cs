using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads a line of the protocol's input. Programs write it, so it is strict: what is not understood is refused, never guessed.</summary>
internal static class RequestReader
{
    private static readonly string[] RootMembers = ["start", "answer", "now"];
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
        Start? start = null;
        string? answer = null;
        DateTimeOffset? now = null;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            switch (RequestValues.Member(ref reader, RootMembers, "a line", ref seen))
            {
                case 0:
                    start = ReadStart(ref reader);
                    break;
                case 1:
                    answer = RequestValues.Text(ref reader, "answer");
                    break;
                default:
                    now = RequestValues.Time(ref reader, "now");
                    break;
            }
        }

        return (start, answer) switch
        {
            (null, null) => throw new RequestException("The line holds neither 'start' nor 'answer'. Send {\"start\":{}} or {\"answer\":\"…\"}."),
            (not null, not null) => throw new RequestException("The line holds 'start' and 'answer'. Send one line for each."),
            (not null, null) when now is not null => throw new RequestException("Member 'now' of a start stands inside of 'start'."),
            (not null, null) => start,
            _ => new Answer(answer!, now),
        };
    }

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
