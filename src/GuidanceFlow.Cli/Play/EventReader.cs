using System.Text.Json;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads what happens beside the customer: signals, what becomes of actions, what a person does.</summary>
internal static class EventReader
{
    private static readonly string[] SignalMembers = ["name", "value"];
    private static readonly string[] ResultMembers = ["returns", "error", "message"];
    private static readonly string[] PersonMembers = ["by", "says", "returns", "ends"];
    private static readonly string[] ReturnMembers = ["step", "data"];
    private static readonly SessionOutcome[] Outcomes = [SessionOutcome.Resolved, SessionOutcome.Unresolved, SessionOutcome.Escalated, SessionOutcome.Abandoned];

    /// <exception cref="RequestException">It is no signal.</exception>
    public static SignalInput ReadSignal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new SignalInput(RequestValues.Text(ref reader, "signal"), Value.Null);
        }

        RequestReader.ExpectObject(ref reader, "'signal'");
        string? name = null;
        Value value = Value.Null;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (RequestValues.Member(ref reader, SignalMembers, "'signal'", ref seen) == 0)
            {
                name = RequestValues.Text(ref reader, "name");
            }
            else
            {
                value = RequestValues.Any(ref reader, "value");
            }
        }

        return new SignalInput(name ?? throw new RequestException("'signal' needs the member 'name'. Send {\"signal\":{\"name\":\"…\",\"value\":…}}."), value);
    }

    /// <exception cref="RequestException">It is no result.</exception>
    public static ActionResult ReadResult(ref Utf8JsonReader reader)
    {
        RequestReader.ExpectObject(ref reader, "'result'");
        IReadOnlyDictionary<string, Value>? returns = null;
        string? error = null;
        string? message = null;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            switch (RequestValues.Member(ref reader, ResultMembers, "'result'", ref seen))
            {
                case 0:
                    returns = RequestValues.Named(ref reader, "returns");
                    break;
                case 1:
                    error = RequestValues.Text(ref reader, "error");
                    break;
                default:
                    message = RequestValues.Text(ref reader, "message");
                    break;
            }
        }

        if (error is null == (returns is null) || error is { Length: 0 } || (error is null && message is not null))
        {
            throw new RequestException("A result has either 'returns', or 'error' and perhaps 'message'. Send {\"result\":{\"returns\":{…}}} or {\"result\":{\"error\":\"…\"}}.");
        }

        return error is not null ? ActionResult.Failed(error, message) : new ActionResult { Returned = returns!.ToEquatableArray() };
    }

    /// <exception cref="RequestException">It is nothing a person does.</exception>
    public static PersonInput ReadPerson(ref Utf8JsonReader reader)
    {
        RequestReader.ExpectObject(ref reader, "'person'");
        string? by = null;
        string? says = null;
        PersonReturnInput? returns = null;
        SessionOutcome? ends = null;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            switch (RequestValues.Member(ref reader, PersonMembers, "'person'", ref seen))
            {
                case 0:
                    by = RequestValues.Text(ref reader, "by");
                    break;
                case 1:
                    says = RequestValues.Text(ref reader, "says");
                    break;
                case 2:
                    returns = ReadReturn(ref reader);
                    break;
                default:
                    ends = ReadOutcome(ref reader);
                    break;
            }
        }

        return (says, returns, ends) switch
        {
            (_, not null, null) => returns with { By = by, Text = says },
            (_, null, { } outcome) => new PersonEndInput(outcome) { By = by, Text = says },
            (not null, null, null) => new PersonMessageInput(says) { By = by },
            _ => throw new RequestException("A person says something, gives the session back or ends it. Send {\"person\":{\"says\":\"…\"}}, {\"person\":{\"returns\":{}}} or {\"person\":{\"ends\":\"resolved\"}}."),
        };
    }

    private static PersonReturnInput ReadReturn(ref Utf8JsonReader reader)
    {
        RequestReader.ExpectObject(ref reader, "'returns'");
        var given = new PersonReturnInput();
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            given = RequestValues.Member(ref reader, ReturnMembers, "'returns'", ref seen) == 0
                ? given with { Step = RequestValues.Text(ref reader, "step") }
                : given with { Data = RequestValues.Named(ref reader, "data").ToEquatableArray() };
        }

        return given;
    }

    private static SessionOutcome ReadOutcome(ref Utf8JsonReader reader)
    {
        string word = RequestValues.Text(ref reader, "ends");
        foreach (SessionOutcome outcome in Outcomes)
        {
            if (string.Equals(SessionOutcomeNames.Of(outcome), word, StringComparison.Ordinal))
            {
                return outcome;
            }
        }

        throw new RequestException($"There is no outcome {Spelling.Quote(word)}. The outcomes are {string.Join(", ", Outcomes.Select(SessionOutcomeNames.Of))}.");
    }
}
