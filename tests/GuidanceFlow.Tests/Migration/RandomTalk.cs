using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>A flow of the repository with its inputs, and random things that customers say to it.</summary>
internal sealed record RandomTalk(Flow Flow, Dictionary<string, Value>[] Inputs)
{
    private static readonly string[] Nonsense = ["", "???", "no idea", "42", "-1", "气死我了", "WHY DOES IT STILL NOT WORK", "yes no", "{{ 1 / 0 }}"];

    private readonly string[] _phrases = [.. Flow.Closure.SelectMany(id => Flow.Find(id).Parts.Interrupts).SelectMany(interrupt => Enumerable.Range(0, Flow.Locales.Count).SelectMany(interrupt.Phrases.In))];

    /// <summary>The flow with everything in it, and those of the samples.</summary>
    public static IReadOnlyList<RandomTalk> All { get; } = [.. Directory.EnumerateDirectories(Repository.Path("samples", "flows")).Order(StringComparer.Ordinal).Append(Repository.Path("tests", "flows", "Conversation")).SelectMany(In)];

    public GuidanceSession Start(int number, Random random) => GuidanceEngine.Start(
        Flow,
        new StartRequest
        {
            SessionId = "s" + number.ToString(CultureInfo.InvariantCulture),
            Inputs = Inputs[random.Next(Inputs.Length)],
            Locale = Flow.Locales[random.Next(Flow.Locales.Count)],
            Known = Flow.Nodes.OfType<AskStep>().Where(ask => ask.Answer is YesNoSpec && ask.Place.Loop is null && random.Next(8) == 0).ToDictionary(ask => ask.Id, _ => Value.From(random.Next(2) == 0)),
        },
        Conversation.Noon).Session;

    /// <summary>Something that happens, mostly what is expected, and when.</summary>
    public (SessionInput Input, DateTimeOffset Now) Next(GuidanceSession session, Random random, DateTimeOffset now)
    {
        if (session.Timers is { Count: > 0 } timers && random.Next(8) == 0)
        {
            SessionTimer timer = timers[random.Next(timers.Count)];
            return (new TimerInput(timer.Id, timer.Visit), timer.Due > now ? timer.Due : now);
        }

        string[] signals = [.. Flow.Closure.SelectMany(id => Flow.Find(id).Definition.Signals).Select(signal => signal.Name)];
        return signals.Length > 0 && random.Next(20) == 0
            ? (new SignalInput(signals[random.Next(signals.Length)], random.Next(2) == 0 ? Value.Null : Value.From("x")), now)
            : (Say(session, random), now);
    }

    private SessionInput Say(GuidanceSession session, Random random)
    {
        string[] expected = Expected(GuidanceEngine.Describe(session.Flow, session, Conversation.Noon).Expects!);
        if (_phrases.Length > 0 && random.Next(8) == 0)
        {
            return new AnswerInput(_phrases[random.Next(_phrases.Length)]);
        }

        if (random.Next(10) < 8 && expected.Length > 0)
        {
            return new AnswerInput(expected[random.Next(expected.Length)]);
        }

        string[] path = [.. session.Path];
        return random.Next(5) switch
        {
            0 or 1 => new CommandInput((SessionCommand)random.Next((int)SessionCommand.Cancel)),
            2 when path.Length > 0 => new CorrectionInput(path[random.Next(path.Length)], random.Next(2) == 0 ? "yes" : "2"),
            3 => new LocaleInput(Flow.Locales[random.Next(Flow.Locales.Count)]),
            _ => new AnswerInput(Nonsense[random.Next(Nonsense.Length)]),
        };
    }

    /// <summary>The flow and all it runs, in the next version, changed in some way.</summary>
    /// <param name="change">What else is changed; the ids and names of each flow.</param>
    public Flow NextVersion(Func<FlowDefinition, FlowDefinition>? change = null) => Compile(Flow, definition =>
        (change ?? (same => same))(definition with { Version = definition.Version + 1, Migrate = new MigrationDefinition { From = [definition.Version] } }));

    /// <summary>A flow and all it runs, changed in some way.</summary>
    public static Flow Compile(Flow flow, Func<FlowDefinition, FlowDefinition> change) => FlowCompiler.Compile([.. flow.Closure.Select(id => flow.Find(id)).Select(each =>
        each.Translations.Aggregate(FlowSource.FromDefinition(change(each.Definition)), (source, translation) => source.WithTranslation(TranslationSource.FromDefinition(translation))))]).GetOrThrow();

    /// <summary>A flow whose customers are reminded, and whose sessions expire.</summary>
    private static FlowDefinition Timed(FlowDefinition definition) => definition with
    {
        Silence = definition.Silence ?? new SilenceDefinition { RemindAfter = TimeSpan.FromMinutes(10), GiveUpAfter = TimeSpan.FromHours(2) },
        Expiry = definition.Expiry ?? new ExpiryDefinition { After = TimeSpan.FromDays(3) },
    };

    private static string[] Expected(Expectation expects) => expects.Type switch
    {
        "choice" => [.. expects.Options.Select(option => option.Value), "1"],
        "choices" => [string.Join(", ", expects.Options.Take(2).Select(option => option.Label)), .. expects.Options.Select(option => option.Value)],
        "rating" => [.. Enumerable.Range((int)expects.Min!, (int)(expects.Max! - expects.Min!) + 1).Select(stars => stars.ToString(CultureInfo.InvariantCulture))],
        "date" => ["tomorrow", "2026-03-04"],
        "email" => ["ana@example.com"],
        "phone" => ["+49 30 1234567"],
        "text" => ["some words", "1234"],
        _ => Sensible.Answers(expects),
    };

    /// <summary>The flows of a folder that have scenarios, with the inputs of those.</summary>
    public static IEnumerable<RandomTalk> In(string folder) =>
        from scenarios in Directory.EnumerateFiles(folder, "*.scenario.json").Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement).GroupBy(scenario => scenario.GetProperty("flow").GetString()!).OrderBy(byFlow => byFlow.Key, StringComparer.Ordinal)
        select new RandomTalk(
            Compile(FlowCompiler.Compile([FlowSource.FromFile(Path.Combine(folder, scenarios.Key))]).GetOrThrow(), Timed),
            [.. scenarios.Select(scenario => scenario.GetProperty("start").TryGetProperty("inputs", out JsonElement inputs) ? inputs.EnumerateObject().ToDictionary(input => input.Name, input => ValueJson.Read(input.Value)) : [])]);
}
