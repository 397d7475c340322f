using System.Text.RegularExpressions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tickets;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Samples;

/// <summary>Every scenario of the sample, held in both languages: the same way, and no word of the other language.</summary>
public sealed partial class TwoLanguagesTests
{
    private const string English = "en";
    private const string Chinese = "zh-CN";

    private static readonly string Folder = Repository.Path("samples", "flows", "smart-home-setup");
    private static readonly Flow Flow = FlowCompiler.Compile([FlowSource.FromFile(Path.Combine(Folder, "smart-home-setup.json"))]).GetOrThrow();

    /// <summary>What customers and devices are called in the scenarios.</summary>
    private static readonly (string English, string Chinese)[] Names =
    [
        ("Mia", "小美"), ("the hall lamp", "走廊灯"), ("the door sensor", "门磁传感器"), ("the gateway", "网关"), ("the bed lamp", "床头灯"), ("the coffee plug", "咖啡插座"),
        ("the pin hole, 5 seconds", "小孔，5 秒"), ("the round button, 10 seconds", "圆形按键，10 秒"),
    ];

    public static TheoryData<string> Scenarios => [.. ScenarioFiles.Find(Folder).Select(file => Path.GetRelativePath(Folder, file))];

    [Theory, MemberData(nameof(Scenarios))]
    public void Scenario_InBothLanguages_GoesTheSameWayInPureWords(string file)
    {
        Scenario scenario = Scenario.Read(Path.Combine(Folder, file)).GetOrThrow();
        string given = Flow.ResolveLocale(scenario.Start.Locale);
        string other = given == English ? Chinese : English;
        Turn turn = GuidanceEngine.Start(Flow, scenario.Start, scenario.Now);
        Turn twin = GuidanceEngine.Start(Flow, scenario.Start with { Locale = other, Inputs = In(other, scenario.Start.Inputs) }, scenario.Now);
        Compare(turn, twin, given, other, scenario.Now);
        foreach (ScenarioStep step in scenario.Steps)
        {
            var ask = turn.Session.Step;
            turn = GuidanceEngine.Step(Flow, turn.Session, step.Input.ShouldNotBeNull(), scenario.Now);
            string answer = turn.Result == TurnResult.Accepted ? AnswerIn(other, turn.Answer!.Value, TurnReply.From(twin, scenario.Now).Expects!) : other == English ? "well, hm" : "这个嘛";
            twin = GuidanceEngine.Step(Flow, twin.Session, new AnswerInput(answer), scenario.Now);
            (twin.Result, twin.Session.Step?.Id).ShouldBe((turn.Result, turn.Session.Step?.Id), $"'{answer}' at {ask?.Id}");
            Compare(turn, twin, given, other, scenario.Now);
        }

        turn.Session.Status.ShouldBe(SessionStatus.Ended);
    }

    [Fact]
    public void Text_OfTheFlow_IsPure() =>
        FlowTexts.Of(Flow.Definition).SelectMany(text => text.Source).ShouldAllBe(text => IsPure(text, English));

    [Fact]
    public void Text_OfTheTranslation_IsPure() =>
        Flow.Translations.Single(translation => translation.Locale == Chinese).Entries
            .Where(entry => entry.Key is not { Part: TextPart.Knowledge, Member: "url" })
            .SelectMany(entry => entry.Texts)
            .Where(text => !IsPure(text, Chinese))
            .ShouldBeEmpty();

    /// <summary>Whether what a template prints itself, its code aside, is in a language.</summary>
    private static bool IsPure(string template, string locale)
    {
        string text = Code().Replace(template, " ");
        return !(locale == English ? ChineseSigns() : LatinLetters()).IsMatch(Shared().Replace(text, string.Empty));
    }

    private static void Compare(Turn turn, Turn twin, string given, string other, DateTimeOffset now)
    {
        twin.Entered.ShouldBe(turn.Entered);
        CheckPure(turn, given, now);
        CheckPure(twin, other, now);
    }

    private static void CheckPure(Turn turn, string locale, DateTimeOffset now)
    {
        TurnReply reply = TurnReply.From(turn, now);
        foreach (Message message in reply.Messages)
        {
            CheckPure(PlainText.Render(message), locale);
        }

        foreach (string text in reply.Expects?.Options.Select(option => option.Label).Append(reply.Expects.Unit ?? string.Empty) ?? [])
        {
            CheckPure(text, locale);
        }

        foreach (Ticket ticket in reply.Tickets)
        {
            CheckPure(ticket.Subject, locale);
            CheckPure(ticket.Body, locale);
        }
    }

    private static void CheckPure(string text, string locale)
    {
        if (locale == English)
        {
            ChineseSigns().Matches(text).Select(match => match.Value).ShouldBeEmpty(text);
        }
        else
        {
            // Names of techniques, addresses and references are the same in every language.
            LatinLetters().Matches(Shared().Replace(text, string.Empty)).Select(match => match.Value).ShouldBeEmpty(text);
        }
    }

    private static string AnswerIn(string locale, Value value, Expectation expects) => expects.Type switch
    {
        "choice" => expects.Options.Single(option => Value.From(option.Value) == value).Label,
        "yes_no" => value == Value.True ? (locale == English ? "yes" : "是") : locale == English ? "no" : "不是",
        _ => value.ToString(),
    };

    /// <summary>The same customer and devices with names in a language.</summary>
    private static IReadOnlyDictionary<string, Value> In(string locale, IReadOnlyDictionary<string, Value> inputs) =>
        inputs.ToDictionary(input => input.Key, input => In(locale, input.Value), StringComparer.Ordinal);

    private static Value In(string locale, Value value)
    {
        if (value.TryGetText(out string? text))
        {
            (string English, string Chinese) name = Array.Find(Names, name => name.English == text || name.Chinese == text);
            return name == default ? value : Value.From(locale == English ? name.English : name.Chinese);
        }

        if (value.TryGetList(out var list))
        {
            return Engine.Conversation.List([.. list.Select(item => In(locale, item))]);
        }

        return value.TryGetObject(out var members)
            ? Engine.Conversation.Object([.. members.Select(member => (member.Key, In(locale, member.Value)))])
            : value;
    }

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChineseSigns();

    [GeneratedRegex("https?://\\S+|Wi-Fi|GHz|[Mm]esh|\\bApp\\b|\\b2G\\b|\\b[0-9A-HJKMNP-TV-Z]{12}\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shared();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinLetters();
}
