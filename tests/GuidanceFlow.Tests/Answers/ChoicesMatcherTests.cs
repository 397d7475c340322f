using GuidanceFlow.Engine;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>How people name several options at once. A wrong set is never taken: what is in doubt is not understood.</summary>
public sealed class ChoicesMatcherTests
{
    private static readonly Flow Devices = Asking("""
        { "value": "wifi", "label": "The Wi-Fi box", "synonyms": ["wifi", "box"] }, { "value": "lamp", "synonyms": ["灯"] }, { "value": "router", "synonyms": ["路由器"] },
        { "value": "tv", "label": "TV & audio", "synonyms": ["电视和音响"] }
        """);

    private static Flow Asking(string options, string more = "\"min\": 0") => Flows.Of($$"""
        { "id": "q", "type": "ask", "text": "Which?", "answer": { "type": "choices", "options": [{{options}}], {{more}} }, "fallback": { "attempts": 9 } }
        """);

    private static string Read(Flow flow, string answer)
    {
        Turn turn = new Conversation(flow).Say(answer).Turn;
        return turn.Result switch
        {
            TurnResult.Accepted => turn.Command is { } command ? command.ToString() : Chosen(turn),
            TurnResult.Ambiguous => "? " + string.Join(' ', turn.Candidates),
            _ => turn.Reason ?? turn.Result.ToString(),
        };
    }

    private static string Chosen(Turn turn) => turn.Session.Answer("q").TryGetList(out ValueList? list) ? string.Join(' ', list.Select(value => value.TryGetText(out string? text) ? text : "?")) : "?";

    [Theory]
    [InlineData("lamp", "lamp")]
    [InlineData("The lamp.", "lamp")]
    [InlineData("1 and 3", "wifi router")]
    [InlineData("3, 1", "wifi router")]
    [InlineData("1 3", "wifi router")]
    [InlineData("１、３", "wifi router")]
    [InlineData("1,3", "wifi router")]
    [InlineData("1/3", "wifi router")]
    [InlineData("2+3", "lamp router")]
    [InlineData("1-3", "wifi lamp router")]
    [InlineData("2 to 4", "lamp router tv")]
    [InlineData("options 1 and 2", "wifi lamp")]
    [InlineData("1st and 3rd", "wifi router")]
    [InlineData("the second and the third one", "lamp router")]
    [InlineData("wifi, lamp", "wifi lamp")]
    [InlineData("wifi, lamp and router", "wifi lamp router")]
    [InlineData("lamp & router", "lamp router")]
    [InlineData("lamp as well as the router", "lamp router")]
    [InlineData("I have the lamp and a router, please", "lamp router")]
    [InlineData("both the lamp and the router", "lamp router")]
    [InlineData("just the lamp", "lamp")]
    [InlineData("lamp, lamp", "lamp")]
    [InlineData("lamp\nrouter", "lamp router")]
    [InlineData("TV & audio", "tv")]
    [InlineData("tv & audio, lamp", "lamp tv")]
    [InlineData("lamp, TV and 1", "wifi lamp tv")]
    [InlineData("灯和路由器", "lamp router")]
    [InlineData("灯、路由器", "lamp router")]
    [InlineData("我家有灯，还有路由器", "lamp router")]
    [InlineData("灯和路由器都有", "lamp router")]
    [InlineData("电视和音响以及灯", "lamp tv")]
    [InlineData("第一个和第三个", "wifi router")]
    [InlineData("选1和3", "wifi router")]
    [InlineData("1到3", "wifi lamp router")]
    [InlineData("wifi和灯", "wifi lamp")]
    public void List_IsTheOptionsInTheirOrder(string answer, string expected) => Read(Devices, answer).ShouldBe(expected);

    [Theory]
    [InlineData("all", "wifi lamp router tv")]
    [InlineData("All of them, please!", "wifi lamp router tv")]
    [InlineData("I have everything", "wifi lamp router tv")]
    [InlineData("全部", "wifi lamp router tv")]
    [InlineData("全都要", "wifi lamp router tv")]
    [InlineData("我都有", "wifi lamp router tv")]
    [InlineData("none", "")]
    [InlineData("none of them", "")]
    [InlineData("I don't have any of these", "")]
    [InlineData("nothing", "")]
    [InlineData("都没有", "")]
    [InlineData("没有", "")]
    [InlineData("一个都没有", "")]
    [InlineData("everything except the lamp", "wifi router tv")]
    [InlineData("all but 1 and 2", "router tv")]
    [InlineData("all except for the lamp and the router", "wifi tv")]
    [InlineData("nothing but the lamp", "lamp")]
    [InlineData("none except 2", "lamp")]
    [InlineData("除了灯都要", "wifi router tv")]
    [InlineData("除了灯和路由器以外，其他的都有", "wifi tv")]
    [InlineData("我除了灯全都要", "wifi router tv")]
    public void AllNoneAndExceptions_AreUnderstood(string answer, string expected) => Read(Devices, answer).ShouldBe(expected);

    [Theory]
    [InlineData("lamp or router", "? lamp router")]
    [InlineData("灯或者路由器", "? lamp router")]
    [InlineData("lamp router", "? lamp router")]
    [InlineData("灯路由器", "? router")]
    [InlineData("I think a lamp in the kitchen", "? lamp")]
    [InlineData("2 lamps", "no match")]
    [InlineData("lamp and", "? lamp")]
    [InlineData("lamp and, please", "? lamp")]
    [InlineData("both the lamp, the router and wifi", "? wifi lamp router")]
    [InlineData("1 to 9", "no match")]
    [InlineData("0", "no match")]
    [InlineData("5", "no match")]
    [InlineData("not the lamp", "no match")]
    [InlineData("everything except something", "no match")]
    [InlineData("both except the lamp", "no match")]
    [InlineData("the lamp but not the router", "no match")]
    [InlineData("lamp, no router", "no match")]
    [InlineData("没有灯", "no match")]
    [InlineData("不要灯", "no match")]
    [InlineData("除了灯", "no match")]
    [InlineData("除了灯都没有", "no match")]
    [InlineData("除了灯还有路由器", "? router")]
    [InlineData("灯泡", "no match")]
    [InlineData("all lamps", "no match")]
    [InlineData("no", "no match")]
    [InlineData("!!", "no match")]
    public void Doubt_TakesNothing(string answer, string expected) => Read(Devices, answer).ShouldBe(expected == "no match" ? "NoMatch" : expected);

    [Theory]
    [InlineData("lmap", "? lamp")]
    [InlineData("lamp and rouetr", "? lamp router")]
    [InlineData("wfi, ruoter", "? wifi router")]
    [InlineData("ruoter, wfi", "? wifi router")]
    [InlineData("the Wi-Fi bxo + lamp", "? wifi lamp")]
    [InlineData("灯、路油器", "? lamp router")]
    [InlineData("路由和电视音响", "? router tv")]
    [InlineData("not the lmap", "no match")]
    [InlineData("everything except the lmap", "no match")]
    [InlineData("lump sum", "no match")]
    public void MisspeltOptions_AreAskedFor_AndNeverTaken(string answer, string expected)
    {
        Read(Devices, answer).ShouldBe(expected == "no match" ? "NoMatch" : expected);
        if (expected != "no match")
        {
            new Conversation(Devices).Say(answer).Turn.Answer!.By.ShouldBe("approximate");
        }
    }

    [Fact]
    public void OwnWordsOfOptions_ComeBeforeFillersPlacesAndPhrases()
    {
        Flow letters = Asking("\"a\", \"b\", \"i\"");
        Read(letters, "a, i").ShouldBe("a i");
        Read(letters, "a b").ShouldBe("NoMatch");
        Flow numbers = Asking("\"2\", \"1\", \"5\"");
        Read(numbers, "1 and 5").ShouldBe("1 5");
        Read(numbers, "3").ShouldBe("5");
        Flow words = Asking("\"red\", \"white\", \"red and white\", { \"value\": \"x\", \"label\": \"None of these\" }");
        Read(words, "red and white").ShouldBe("red and white");
        Read(words, "white and red").ShouldBe("red white");
        Read(words, "red and white, x").ShouldStartWith("? ");
        Read(words, "none of these").ShouldBe("x");
        Read(Asking("\"C\", \"C++\", \"C#\""), "c++ and c").ShouldBe("C C++");
    }

    [Fact]
    public void OptionsThatShareAWord_AreInDoubt()
    {
        Flow lamps = Asking("""{ "value": "a", "synonyms": ["lamp"], "when": "true" }, { "value": "b", "synonyms": ["lamp"], "when": "true" }, "c" """);
        Read(lamps, "lamp").ShouldBe("? a b");
        Read(lamps, "lamp and c").ShouldStartWith("? ");
    }

    [Fact]
    public void Both_NeedsTwoOptions()
    {
        Flow two = Asking("\"lamp\", \"router\"");
        Read(two, "both").ShouldBe("lamp router");
        Read(two, "两个都要").ShouldBe("lamp router");
        Read(two, "neither").ShouldBe(string.Empty);
        Read(Devices, "both").ShouldBe("NoMatch");
        Read(Devices, "neither").ShouldBe("NoMatch");
    }

    [Fact]
    public void TooFewAndTooMany_AreInvalidWithTheReason()
    {
        Flow two = Asking("\"a1\", \"b1\", \"c1\", \"d1\"", "\"min\": 2, \"max\": 3");
        Read(two, "a1").ShouldBe(TurnReason.TooFew);
        Read(two, "none").ShouldBe(TurnReason.TooFew);
        Read(two, "all").ShouldBe(TurnReason.TooMany);
        Read(two, "a1 and d1").ShouldBe("a1 d1");
        Read(Asking("\"a1\", \"b1\"", "\"max\": 2"), "none").ShouldBe(TurnReason.TooFew);
    }

    [Fact]
    public void Commands_ComeBeforeListsButAfterOptions()
    {
        Read(Devices, "help").ShouldBe("Help");
        Read(Asking("\"help\", \"back\""), "help").ShouldBe("help");
    }

    [Fact]
    public void TextMadeToBeSlow_EndsSoonAndTakesNothing()
    {
        Flow flow = Asking("\"a a\", \"a\", \"a a a\", { \"value\": \"b\", \"synonyms\": [\"a and a\", \"a a and a\"] }");
        string answer = string.Concat(Enumerable.Repeat("a, ", 160)) + "x";
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Read(flow, answer).ShouldStartWith("? ");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void EverySubset_SaidInAnyOfTheUsualWays_IsTakenAsItIs()
    {
        string[] values = ["wifi", "lamp", "router", "tv"];
        for (int set = 1; set < 16; set++)
        {
            int[] chosen = [.. Enumerable.Range(0, 4).Where(i => (set & (1 << i)) != 0)];
            string expected = string.Join(' ', chosen.Select(i => values[i]));
            string[] ways =
            [
                string.Join(", ", chosen.Select(i => values[i])), string.Join(" and ", chosen.Reverse().Select(i => values[i])), string.Join("和", chosen.Select(i => i + 1)),
                string.Join("、", chosen.Select(i => $"第{i + 1}个")), "my " + string.Join("; ", chosen.Select(i => values[i].ToUpperInvariant())) + ", thanks",
            ];
            foreach (string way in ways)
            {
                Read(Asking("\"wifi\", \"lamp\", \"router\", \"tv\""), way).ShouldBe(expected, way);
            }
        }
    }

    [Theory]
    [InlineData("""["lamp", "wifi"]""", "wifi lamp")]
    [InlineData("""["lamp", "lamp"]""", "lamp")]
    [InlineData("[]", "")]
    [InlineData("""["lamp", "plug"]""", "NoMatch")]
    [InlineData("""["lamp", 1]""", "NoMatch")]
    [InlineData("\"lamp\"", "NoMatch")]
    public void ValuesOfAnInterpreter_AreCheckedAgainstTheOptions(string json, string expected)
    {
        var input = new AnswerInput("those") { Interpretation = new AnswerInterpretation(ValueJson.Read(System.Text.Json.JsonDocument.Parse(json).RootElement), "model") };
        Turn turn = new Conversation(Devices).Step(input).Turn;
        (turn.Result == TurnResult.Accepted ? Chosen(turn) : turn.Result.ToString()).ShouldBe(expected);
    }
}
