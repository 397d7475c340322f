using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Samples;

/// <summary>A hundred thousand turns over all sample flows, in all their languages: most of what a question expects, the rest commands, digressions, changed minds and nonsense.</summary>
public sealed class SeededTurnsTests
{
    private const int Turns = 100_000;
    private const int MostTurnsOfASession = 120;
    private static readonly string[] Nonsense = ["", " ", "???", "asdf", "no idea, really", "42", "-1", "99999999999", "2026-13-45", "a@b", "也许吧", "🙂", "back and forth", "yes no", "this is ridiculous", "气死我了", "WHY DOES IT STILL NOT WORK", new('x', 600), "{{ 1 / 0 }}", "\ud800"];

    [Fact]
    public void HundredThousandTurns_NeverThrowNorHang_LeaveAWayOn_AndReachTheSteps()
    {
        SampleFlow[] samples = [.. Directory.EnumerateDirectories(Repository.Path("samples", "flows")).Order(StringComparer.Ordinal).SelectMany(SampleFlow.In)];
        samples.Length.ShouldBeGreaterThanOrEqualTo(3);
        Play(samples, Turns, seed: 20260105);
    }

    /// <summary>The same over the flow that has everything in it, and is not as kind: upset customers, flows in flows, loops in loops, interrupts that ask.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TurnsOfTheFlowWithEverything_NeverThrowNorHang_LeaveAWayOn_AndReachTheSteps(int seed) => Play([.. SampleFlow.In(Repository.Path("tests", "flows", "Conversation"))], Turns / 4, seed);

    private static void Play(SampleFlow[] samples, int most, int seed)
    {
        var random = new Random(seed);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        int turns = 0;
        for (int session = 0; turns < most; session++)
        {
            turns += Walk(samples[session % samples.Length], session, random, reached);
        }

        string[] steps = [.. samples.SelectMany(sample => sample.Flow.Closure.SelectMany(id => sample.StepsOf(id)))];
        string[] missed = [.. steps.Except(reached)];
        missed.Length.ShouldBeLessThanOrEqualTo(steps.Length / 20, string.Join(", ", missed));
    }

    private static int Walk(SampleFlow sample, int number, Random random, HashSet<string> reached)
    {
        DateTimeOffset now = Conversation.Noon;
        var request = new StartRequest
        {
            SessionId = "s" + number.ToString(CultureInfo.InvariantCulture),
            Inputs = sample.Inputs[random.Next(sample.Inputs.Length)],
            Locale = sample.Flow.Locales[random.Next(sample.Flow.Locales.Count)],
        };
        Turn turn = GuidanceEngine.Start(sample.Flow, request, now);
        int turns = 1;
        ActionCall? call = null;
        for (; ; turns++)
        {
            turn.Error.ShouldBeNull();
            Note(sample, turn, reached);
            GuidanceSession session = turn.Session;
            call = turn.Effects.OfType<RunActionEffect>().LastOrDefault()?.Call ?? call;
            if (session.Status == SessionStatus.Ended || turns >= MostTurnsOfASession)
            {
                return turns;
            }

            if (session.Timers.Count > 0 && (random.Next(20) == 0 || (session.Status == SessionStatus.Busy && session.Timers.Any(timer => timer.Id == SessionTimer.Retry))))
            {
                SessionTimer timer = session.Timers.MinBy(timer => timer.Due)!;
                now = timer.Due > now ? timer.Due : now;
                turn = GuidanceEngine.Step(sample.Flow, session, new TimerInput(timer.Id, timer.Visit), now);
                continue;
            }

            if (session.Status != SessionStatus.Waiting)
            {
                turn = GuidanceEngine.Step(sample.Flow, session, session.Status == SessionStatus.Busy ? Result(session.ActiveFlow, call!, random) : OfPeople(random), now);
                continue;
            }

            // A way on: a question that says what it understands, with a fallback behind it.
            Situation where = GuidanceEngine.Describe(sample.Flow, session, now);
            where.Question.ShouldNotBeNull().Text.ShouldNotBeNullOrWhiteSpace();
            (where.Expects.ShouldNotBeNull().AttemptsLeft > 0 || where.Expects.Until is not null).ShouldBeTrue();
            if (random.Next(4) == 0)
            {
                session = SessionSnapshot.Read(sample.Flow, SessionSnapshot.Write(session)).GetOrThrow();
            }

            turn = GuidanceEngine.Step(sample.Flow, session, Next(sample, where, session, random), now);
        }
    }

    private static void Note(SampleFlow sample, Turn turn, HashSet<string> reached)
    {
        foreach (string step in turn.Entered)
        {
            // Ids are told apart by the flows that have them; one that two have counts for both.
            foreach (string id in sample.Flow.Closure.Where(id => sample.Flow.Find(id).FindStep(step) is not null))
            {
                reached.Add(id + "/" + step);
            }
        }
    }

    /// <summary>What becomes of an action: something of what its flow declares.</summary>
    private static ActionResultInput Result(Flow flow, ActionCall call, Random random)
    {
        ActionDefinition declared = flow.Definition.Actions.First(action => action.Name == call.Action);
        string[] errors = [.. declared.Errors, ActionErrors.Timeout, ActionErrors.Failed];
        ActionResult result = random.Next(3) == 0
            ? ActionResult.Failed(errors[random.Next(errors.Length)])
            : ActionResult.Done([.. declared.Returns.Where(datum => !datum.Optional || random.Next(2) == 0).Select(datum => (datum.Name, Some(datum.Type, random)))]);
        return new ActionResultInput(call.Id, call.Attempt, result);
    }

    private static Value Some(DataType type, Random random) => type.Kind switch
    {
        DataKind.Choice => Value.From(type.Values[random.Next(type.Values.Count)]),
        DataKind.Integer => Value.From(random.Next(9)),
        DataKind.Boolean => Value.From(random.Next(2) == 0),
        _ => Value.From("something"),
    };

    private static SessionInput OfPeople(Random random) => random.Next(6) switch
    {
        0 => new AnswerInput("Hello?"),
        1 => new PersonMessageInput("One moment."),
        2 => new CommandInput(SessionCommand.Cancel),
        3 => new PersonEndInput(SessionOutcome.Resolved),
        _ => new PersonReturnInput(),
    };

    private static SessionInput Next(SampleFlow sample, Situation where, GuidanceSession session, Random random)
    {
        string[] expected = Expected(where.Expects!);
        if (random.Next(10) < 8 && expected.Length > 0)
        {
            return new AnswerInput(expected[random.Next(expected.Length)]);
        }

        return random.Next(6) switch
        {
            0 => new CommandInput((SessionCommand)random.Next(Enum.GetValues<SessionCommand>().Length)),
            1 when sample.Phrases.Length > 0 => new AnswerInput(sample.Phrases[random.Next(sample.Phrases.Length)]),
            2 when session.Path.Any() => new CorrectionInput(session.Path.ElementAt(random.Next(session.Path.Count())), random.Next(2) == 0 ? "yes" : "2"),
            3 => new LocaleInput(sample.Flow.Locales[random.Next(sample.Flow.Locales.Count)]),
            _ => new AnswerInput(Nonsense[random.Next(Nonsense.Length)]),
        };
    }

    private static string[] Expected(Expectation expects) => expects.Type switch
    {
        "choice" => [.. expects.Options.Select(option => option.Value), .. expects.Options.Select(option => option.Label), "1"],
        "choices" => [string.Join(", ", expects.Options.Take(2).Select(option => option.Label)), .. expects.Options.Select(option => option.Value)],
        "rating" => [.. Enumerable.Range((int)expects.Min!, (int)(expects.Max! - expects.Min!) + 1).Select(stars => stars.ToString(CultureInfo.InvariantCulture))],
        "number" => [Number(expects.Min ?? 1), Number(expects.Max ?? 700), Number(Math.Min(expects.Max ?? 1200, Math.Max(expects.Min ?? 0, 900)))],
        "date" => ["tomorrow", "2026-03-04"],
        "email" => ["ana@example.com"],
        "phone" => ["+49 30 1234567"],
        "text" => [.. Sensible.Answers(expects), "1234"],
        _ => Sensible.Answers(expects),
    };

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A sample flow with the inputs of its scenarios.</summary>
    private sealed record SampleFlow(Flow Flow, Dictionary<string, Value>[] Inputs)
    {
        /// <summary>What interrupts the flows, in all languages.</summary>
        public string[] Phrases => [.. Flow.Closure.SelectMany(id => Flow.Find(id).Parts.Interrupts).SelectMany(interrupt => Enumerable.Range(0, Flow.Locales.Count).SelectMany(interrupt.Phrases.In))];

        public IEnumerable<string> StepsOf(string flow) => Flow.Find(flow).Steps.Select(step => flow + "/" + step.Id);

        public static IEnumerable<SampleFlow> In(string folder) =>
            from scenarios in Directory.EnumerateFiles(folder, "*.scenario.json").Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement).GroupBy(scenario => scenario.GetProperty("flow").GetString()!).OrderBy(byFlow => byFlow.Key, StringComparer.Ordinal)
            select new SampleFlow(
                FlowCompiler.Compile([FlowSource.FromFile(Path.Combine(folder, scenarios.Key))]).GetOrThrow(),
                [.. scenarios.Select(scenario => scenario.GetProperty("start").TryGetProperty("inputs", out JsonElement inputs) ? inputs.EnumerateObject().ToDictionary(input => input.Name, input => ValueJson.Read(input.Value)) : [])]);
    }
}
