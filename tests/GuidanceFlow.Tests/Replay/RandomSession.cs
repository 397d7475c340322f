using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Migration;

namespace GuidanceFlow.Tests.Replay;

/// <summary>A session to which anything may happen: what customers say, time, signals, actions that end, people. Its journal is kept as a store would, and its snapshot after every turn.</summary>
internal sealed class RandomSession
{
    private readonly RandomTalk _talk;
    private readonly Random _random;
    private DateTimeOffset _now = Conversation.Noon;
    private ActionCall? _call;

    private RandomSession(RandomTalk talk, Random random, Turn started, JournalEntry entry)
    {
        (_talk, _random, Turn) = (talk, random, started);
        Keep(entry);
    }

    public Turn Turn { get; private set; }

    public GuidanceSession Session => Turn.Session;

    /// <summary>The journal, each entry by way of its stored form.</summary>
    public List<JournalEntry> Journal { get; } = [];

    public List<Turn> Turns { get; } = [];

    /// <summary>The snapshot after each turn.</summary>
    public List<byte[]> Snapshots { get; } = [];

    public static RandomSession Start(RandomTalk talk, int number, Random random)
    {
        Flow flow = talk.Flow;
        var request = new StartRequest
        {
            SessionId = "s" + number.ToString(CultureInfo.InvariantCulture),
            Inputs = talk.Inputs[random.Next(talk.Inputs.Length)],
            Locale = random.Next(4) == 0 ? "fr-FR" : flow.Locales[random.Next(flow.Locales.Count)],
            Channel = random.Next(2) == 0 ? null : "chat",
            CustomerKey = random.Next(2) == 0 ? null : "c1",
            Known = flow.Nodes.OfType<AskStep>().Where(ask => ask.Answer is YesNoSpec && ask.Place.Loop is null && random.Next(8) == 0).ToDictionary(ask => ask.Id, _ => Value.From(random.Next(2) == 0)),
        };
        Turn turn = GuidanceEngine.Start(flow, request, Conversation.Noon);
        turn.Result.ShouldBe(TurnResult.Accepted, turn.Error?.ToString());
        return new RandomSession(talk, random, turn, JournalEntry.OfStart(turn, request, Conversation.Noon));
    }

    /// <summary>Lets things happen until the session has ended, or had enough turns.</summary>
    public RandomSession Play(int most)
    {
        // What is refused is no turn, and some of it always is.
        for (int tries = 0; tries < most * 4 && Journal.Count < most && Session.Status != SessionStatus.Ended; tries++)
        {
            if (_random.Next(3) == 0)
            {
                _now += TimeSpan.FromSeconds(_random.Next(200));
            }

            SessionInput input = Next();
            GuidanceSession before = Session;
            Turn turn = GuidanceEngine.Step(before.Flow, before, input, _now);
            if (turn.Result == TurnResult.Refused)
            {
                continue;
            }

            Turn = turn;
            Keep(JournalEntry.Of(before, turn, input, _now));
        }

        return this;
    }

    private void Keep(JournalEntry entry)
    {
        _call = Turn.Effects.OfType<RunActionEffect>().LastOrDefault()?.Call ?? _call;
        Journal.Add(JournalJson.Read(JournalJson.WriteForStore(entry)));
        Turns.Add(Turn);
        Snapshots.Add(SessionSnapshot.Write(Session));
    }

    private SessionInput Next()
    {
        if (Session.Timers is { Count: > 0 } timers && (_random.Next(8) == 0 || (Session.Status != SessionStatus.Waiting && _random.Next(3) == 0)))
        {
            SessionTimer timer = timers[_random.Next(timers.Count)];
            _now = timer.Due > _now ? timer.Due + TimeSpan.FromMinutes(_random.Next(3) == 0 ? _random.Next(500) : 0) : _now;
            return new TimerInput(timer.Id, timer.Visit);
        }

        return Session.Status switch
        {
            SessionStatus.Busy => Result(Session.ActiveFlow, _call!),
            SessionStatus.WithPerson => OfPeople(),
            _ => OfCustomer(),
        };
    }

    private SessionInput OfCustomer()
    {
        Expectation expects = GuidanceEngine.Describe(Session.Flow, Session, _now).Expects!;
        if (expects.Signal is { } signal && _random.Next(2) == 0)
        {
            DataType? type = Session.ActiveFlow.Definition.Signals.First(declared => declared.Name == signal).Type;
            return new SignalInput(signal, type is null || _random.Next(4) == 0 ? Value.From("x") : Some(type));
        }

        return (expects.Type, _random.Next(6)) switch
        {
            ("attachment", < 4) => new AttachmentInput([.. Enumerable.Range(0, _random.Next(4)).Select(i => new Attachment("file-" + i, (AttachmentKind)_random.Next(Enum.GetValues<AttachmentKind>().Length)) { Size = i * 100, Name = i == 0 ? null : "a.png" })]),
            (_, 0) => Interpreted(expects),
            (_, 1) when _random.Next(3) == 0 => new AnswerInput(_random.Next(2) == 0 ? "go back" : "say that again"),
            _ => _talk.Next(Session, _random, _now).Input,
        };
    }

    /// <summary>An answer that somebody has read already, well or badly.</summary>
    private AnswerInput Interpreted(Expectation expects)
    {
        Value value = expects.Type switch
        {
            "choice" when !expects.Options.IsEmpty => Value.From(expects.Options[_random.Next(expects.Options.Count)].Value),
            "choices" when !expects.Options.IsEmpty => Value.From(ValueList.Create([Value.From(expects.Options[0].Value)])),
            "yes_no" => Value.From(_random.Next(2) == 0),
            "number" or "rating" => Value.From(_random.Next(8) - 0.5 * _random.Next(2)),
            "date" => _random.Next(2) == 0 ? Value.From(new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc)) : Value.From("2026-02-03"),
            _ => Value.From("12 34"),
        };
        AnswerInterpretation said = _random.Next(6) switch
        {
            0 => AnswerInterpretation.NoMatch,
            1 => AnswerInterpretation.Ambiguous("model", [.. expects.Options.Select(option => option.Value), "none of them"]),
            2 => AnswerInterpretation.Invalid("odd", "model"),
            3 => AnswerInterpretation.Match(Value.From(_random.Next(2) == 0), "model"),
            _ => AnswerInterpretation.Match(value, _random.Next(2) == 0 ? "exact" : "model"),
        };
        string[] known = [.. Session.ActiveFlow.Nodes.OfType<AskStep>().Select(ask => ask.Id)];
        return new AnswerInput(_random.Next(2) == 0 ? "some words" : "yes")
        {
            Interpretation = said.Kind == AnswerInterpretationKind.Match && _random.Next(2) == 0 ? said with { Facts = [KeyValuePair.Create(known[_random.Next(known.Length)], Value.From(_random.Next(2) == 0)), KeyValuePair.Create("nothing", Value.Null)] } : said,
        };
    }

    private ActionResultInput Result(Flow flow, ActionCall call)
    {
        ActionDefinition declared = flow.Definition.Actions.First(action => action.Name == call.Action);
        string[] errors = [.. declared.Errors, ActionErrors.Timeout, ActionErrors.Failed, "of its own"];
        ActionResult result = _random.Next(5) switch
        {
            0 or 2 => ActionResult.Failed(errors[_random.Next(errors.Length)], _random.Next(2) == 0 ? null : "In words."),
            1 => ActionResult.Done(("unknown", Value.From(1))),
            _ => ActionResult.Done([.. declared.Returns.Where(datum => !datum.Optional || _random.Next(2) == 0).Select(datum => (datum.Name, Some(datum.Type)))]),
        };
        return new ActionResultInput(call.Id, call.Attempt, result);
    }

    private Value Some(DataType type) => type.Kind switch
    {
        DataKind.Choice => Value.From(type.Values[_random.Next(type.Values.Count)]),
        DataKind.Integer or DataKind.Number => Value.From(_random.Next(9)),
        DataKind.Boolean => Value.From(_random.Next(2) == 0),
        DataKind.Object => Value.From(ValueObject.Create(type.Fields.ToDictionary(field => field.Name, field => Some(field.Type)))),
        DataKind.Date => Value.From("2026-04-05"),
        _ => Value.From("something else"),
    };

    private SessionInput OfPeople()
    {
        Flow flow = Session.ActiveFlow;
        return _random.Next(8) switch
        {
            0 => new AnswerInput("Hello?"),
            1 => new PersonMessageInput("One moment.") { By = "jo" },
            2 when _random.Next(3) == 0 => new CommandInput(SessionCommand.Cancel),
            3 when _random.Next(3) == 0 => new PersonEndInput(SessionOutcome.Resolved) { By = "jo", Text = "Done." },
            4 => new PersonReturnInput { By = "jo", Step = flow.Nodes[_random.Next(flow.Nodes.Length)].Id, Text = "Back to you." },
            5 => new AttachmentInput([new Attachment("f", AttachmentKind.Image)]),
            6 => new PersonReturnInput { Data = [.. flow.Definition.Data.Take(2).Select(datum => KeyValuePair.Create(datum.Name, Some(datum.Type)))] },
            _ => new PersonReturnInput { By = "jo" },
        };
    }
}
