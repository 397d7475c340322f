using System.Text;
using System.Text.Json.Nodes;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Digressions: what customers say instead of an answer, and the flows that deal with it.</summary>
public sealed class InterruptTests
{
    private const string Router = """
        { "flow": "router", "inputs": { "who": "text" }, "data": { "lamp": "text", "up": { "type": "boolean", "optional": true } }, "fallback": { "goto": "lost" },
          "interrupts": {
            "is-it-down": { "phrases": [ "is the service down", "outage" ], "run": "status", "with": { "name": "who" }, "save": { "up": "up" } },
            "price": { "phrases": [ "what does it cost" ], "run": "prices" } },
          "stages": [ { "id": "first", "title": "First", "steps": [
            { "id": "lamp", "type": "ask", "text": "Which lamp is on?", "answer": { "type": "choice", "options": [ "green", "red" ] }, "save": "lamp" },
            { "id": "sub", "type": "run", "flow": "place" },
            { "id": "note", "type": "ask", "text": "Anything to add? ({{ lamp }}, {{ up ?? 'unknown' }})", "answer": { "type": "text" } },
            { "id": "bye", "type": "end", "outcome": "resolved" },
            { "id": "lost", "type": "end", "outcome": "unresolved", "text": "Lost: {{ fallback.reason }}, {{ fallback.attempts }}." } ] } ] }
        """;

    private const string Status = """
        { "flow": "status", "inputs": { "name": "text" }, "data": { "up": "boolean" }, "returns": [ "up" ],
          "stages": [ { "id": "s", "title": "Status", "steps": [
            { "id": "sees", "type": "ask", "text": "Does the app say 'offline', {{ name }}?", "answer": { "type": "yes_no" } },
            { "id": "keep", "type": "set", "values": { "up": "answers[\"sees\"] != true" } },
            { "id": "told", "type": "end", "outcome": "resolved", "text": "{{ if up }}It runs.{{ else }}It is down.{{ end }}" } ] } ] }
        """;

    private const string Prices = """
        { "flow": "prices", "stages": [ { "id": "s", "title": "Prices", "steps": [ { "id": "told", "type": "end", "outcome": "resolved", "text": "Nothing at all." } ] } ] }
        """;

    private const string Place = """
        { "flow": "place", "stages": [ { "id": "s", "title": "Place", "steps": [
            { "id": "room", "type": "ask", "text": "Which room?", "answer": { "type": "choice", "options": [ "kitchen", "bath" ] } },
            { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private static FlowTalk New()
    {
        var talk = new FlowTalk(Router, Status, Prices, Place);
        talk.Start().ShouldBe(["Which lamp is on?"]);
        return talk;
    }

    [Fact]
    public void Interrupt_IsAnswered_AndTheQuestionIsAskedAgain_WithNothingElseChanged()
    {
        FlowTalk talk = New();
        GuidanceSession before = talk.Session;

        talk.Say("What does it cost?").ShouldBe(["Nothing at all.", "Which lamp is on?"]);
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Turn.Answer!.By.ShouldBe("interrupt");
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Interrupted, "lamp", "price"));
        talk.ShouldBeAt(before);
    }

    [Fact]
    public void Interrupt_RunsAFlow_KeepsWhatItGivesBack_AndLeavesAttemptsAsTheyWere()
    {
        FlowTalk talk = New();
        talk.Say("mauve");
        talk.Say("beige");
        talk.Session.Attempts.ShouldBe(2);

        talk.Say("wait, is the service down?").ShouldBe(["Does the app say 'offline', Mia?"]);
        talk.Session.Attempts.ShouldBe(0);
        talk.Say("hm");
        talk.Say("yes").ShouldBe(["It is down.", "Which lamp is on?"]);
        talk.Session.Attempts.ShouldBe(2);
        talk.Session.Data("up").ShouldBe(Value.False);
        talk.Say("pink").ShouldBe(["Lost: attempts, 3."]);
    }

    [Fact]
    public void Interrupt_IsOnlyTried_WhereTheAnswerDoesNotFit()
    {
        FlowTalk talk = New();
        talk.Say("red").ShouldBe(["Which room?"]);
        talk.Say("kitchen");

        // Of a text any utterance is an answer, but for one that is just the phrase.
        talk.Say("Outage!").ShouldBe(["Does the app say 'offline', Mia?"]);
        talk.Say("no").ShouldBe(["It runs.", "Anything to add? (red, true)"]);
        talk.Say("There was an outage yesterday.").ShouldBe([]);
        talk.Session.Answer("note").ShouldBe(Value.From("There was an outage yesterday."));
    }

    [Fact]
    public void Interrupt_OfTheFlowThatWaits_WorksInsideTheOneItRuns()
    {
        FlowTalk talk = New();
        talk.Say("red").ShouldBe(["Which room?"]);

        talk.Say("outage").ShouldBe(["Does the app say 'offline', Mia?"]);
        talk.Say("yes").ShouldBe(["It is down.", "Which room?"]);
        talk.Session.Data("up").ShouldBe(Value.False);
        talk.Say("bath").ShouldBe(["Anything to add? (red, false)"]);
    }

    [Fact]
    public void Interrupt_DoesNotNestInItself_ButAnotherOneDoes()
    {
        FlowTalk talk = New();
        talk.Say("outage");

        talk.Say("outage");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Say("what does it cost").ShouldBe(["Nothing at all.", "Does the app say 'offline', Mia?"]);
        talk.Session.Attempts.ShouldBe(1);
    }

    [Fact]
    public void Back_TakesAnInterruptBack_AndWhatItKept()
    {
        FlowTalk talk = New();
        GuidanceSession asked = talk.Session;
        talk.Say("outage");
        GuidanceSession inside = talk.Session;
        talk.Say("yes");

        talk.Back().ShouldBe(["Does the app say 'offline', Mia?"]);
        talk.ShouldBeAt(inside);
        talk.Back().ShouldBe(["Which lamp is on?"]);
        talk.ShouldBeAt(asked);
        talk.Back();
        talk.Turn.Reason.ShouldBe(TurnReason.NothingBefore);
    }

    [Fact]
    public void Interrupt_ThatIsNotUnderstood_FallsBackAsTheQuestionDoes()
    {
        FlowTalk talk = New();
        talk.Say("outage");

        talk.Say("a");
        talk.Say("b");
        talk.Say("c").ShouldBe(["Lost: attempts, 3."]);
    }

    [Fact]
    public void Back_TakesWhatAnInterruptSavedInAFlowThatWaits_WithTheAnswerBefore_WhereItAskedNothing()
    {
        var talk = new FlowTalk(
            """
            { "flow": "a", "data": { "cost": { "type": "text", "default": "?" } }, "fallback": { "goto": "bye" },
              "interrupts": { "price": { "phrases": [ "price" ], "run": "c", "save": { "cost": "cost" } } },
              "stages": [ { "id": "s", "steps": [
                { "id": "sub", "type": "run", "flow": "b" },
                { "id": "last", "type": "ask", "text": "{{ cost }}?", "answer": "yes_no" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """{ "flow": "b", "stages": [ { "id": "s", "steps": [ { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no" }, { "id": "two", "type": "ask", "text": "Two?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""",
            """{ "flow": "c", "data": { "cost": { "type": "text", "default": "9" } }, "returns": [ "cost" ], "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""");
        talk.Start(inputs: false);
        GuidanceSession first = talk.Session;
        talk.Say("yes");
        talk.Say("price").ShouldBe(["Two?"]);

        talk.Back().ShouldBe(["One?"]);
        talk.ShouldBeAt(first);
        talk.Say("yes");
        talk.Say("yes").ShouldBe(["??"]);
    }

    [Theory]
    [InlineData("??", "attempts")]
    [InlineData("person", "person")]
    public void Interrupt_ThatLeadsAway_LeavesNoAttemptsBehind(string answer, string reason)
    {
        var talk = new FlowTalk(
            """
            { "flow": "a", "interrupts": { "price": { "phrases": [ "price" ], "run": "b" } },
              "stages": [ { "id": "s", "steps": [
                { "id": "first", "type": "ask", "text": "First?", "answer": "yes_no", "fallback": { "attempts": 3, "goto": "other" }, "next": "bye" },
                { "id": "other", "type": "ask", "text": "{{ fallback.reason }}?", "answer": "yes_no", "fallback": { "attempts": 2, "goto": "bye" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """{ "flow": "b", "stages": [ { "id": "s", "steps": [ { "id": "sure", "type": "ask", "text": "Sure?", "answer": "yes_no", "fallback": { "attempts": 1 } }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""");
        talk.Start(inputs: false);
        talk.Say("hm");
        talk.Say("price").ShouldBe(["Sure?"]);

        talk.Say(answer).ShouldBe([reason + "?"]);
        talk.Session.Attempts.ShouldBe(0);
        talk.Say("hm").ShouldBe([reason + "?"]);
        talk.Session.Step!.Id.ShouldBe("other");
    }

    [Fact]
    public void Restart_InAnInterrupt_BeginsTheSessionAgain()
    {
        FlowTalk talk = New();
        talk.Say("red");
        talk.Say("outage");

        talk.Command(SessionCommand.Restart).ShouldBe(["Which lamp is on?"]);
        talk.Session.ActiveFlow.ShouldBe(talk.Session.Flow);
        talk.Session.Answer("lamp").ShouldBe(Value.Null);
    }

    [Fact]
    public void Interrupts_OfTwoFlows_WithOneId_NestInOneAnother()
    {
        var talk = new FlowTalk(
            """
            { "flow": "a", "fallback": { "goto": "bye" }, "interrupts": { "why": { "phrases": [ "why", "the outer" ], "steps": [ { "id": "sure", "type": "ask", "text": "Outer?", "answer": "yes_no" } ] } },
              "stages": [ { "id": "s", "steps": [ { "id": "sub", "type": "run", "flow": "b" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """
            { "flow": "b", "interrupts": { "why": { "phrases": [ "why" ], "steps": [ { "id": "sure", "type": "ask", "text": "Inner?", "answer": "yes_no" } ] } },
              "stages": [ { "id": "s", "steps": [ { "id": "in", "type": "ask", "text": "In?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Say("why").ShouldBe(["Inner?"]);
        talk.Say("why").ShouldBe(["Outer?"]);
        talk.Say("why").ShouldBe(["Outer?"]);
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Say("yes").ShouldBe(["Inner?"]);
        talk.Say("yes").ShouldBe(["In?"]);
    }

    [Fact]
    public void Interrupts_NestThreeDeep_AndNoDeeper()
    {
        var talk = new FlowTalk(
            """
            { "flow": "f", "fallback": { "goto": "lost" },
              "interrupts": { "a": { "phrases": [ "alpha" ], "run": "q" }, "b": { "phrases": [ "beta" ], "run": "q" }, "c": { "phrases": [ "gamma" ], "run": "q" }, "d": { "phrases": [ "delta" ], "run": "q" } },
              "stages": [ { "id": "s", "steps": [
                { "id": "top", "type": "ask", "text": "Top?", "answer": "yes_no" },
                { "id": "bye", "type": "end", "outcome": "resolved" }, { "id": "lost", "type": "end", "outcome": "unresolved" } ] } ] }
            """,
            """{ "flow": "q", "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "Q?", "answer": "yes_no" }, { "id": "end", "type": "end", "outcome": "resolved" } ] } ] }""");
        talk.Start(inputs: false);
        foreach (string word in (string[])["alpha", "beta", "gamma"])
        {
            talk.Say(word).ShouldBe(["Q?"]);
            talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        }

        talk.Say("delta");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Say("yes").ShouldBe(["Q?"]);
        talk.Say("yes").ShouldBe(["Q?"]);
        talk.Say("yes").ShouldBe(["Top?"]);
    }

    [Fact]
    public void Interrupt_LeavesWhatIsOfferedAndWhatIsBeingConfirmedAsItWas()
    {
        var talk = new FlowTalk(
            """
            { "flow": "f", "data": { "rooms": { "type": "list", "of": "text", "default": [ "kitchen", "bath" ] }, "room": "text" }, "fallback": { "goto": "lost" },
              "interrupts": { "price": { "phrases": [ "what does it cost" ], "run": "prices" } },
              "stages": [ { "id": "s", "steps": [
                { "id": "room", "type": "ask", "text": "Which room?", "save": "room", "confirm": "The {{ answer }}?", "answer": { "type": "choice", "options": { "from": "rooms", "as": "room_name", "value": "room_name", "label": "{{ room_name }}" } } },
                { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ room }}" }, { "id": "lost", "type": "end", "outcome": "unresolved" } ] } ] }
            """,
            Prices);
        talk.Start(inputs: false);
        talk.Say("what does it cost").ShouldBe(["Nothing at all.", "Which room?"]);
        talk.Say("bath").ShouldBe(["The bath?"]);
        talk.Say("what does it cost").ShouldBe(["Nothing at all.", "The bath?"]);
        talk.Say("yes").ShouldBe(["bath"]);
    }

    [Fact]
    public void Interrupt_IsHeardAndDealtWithInTheLanguageOfTheSession_WhateverTheOrderOfLanguagesInTheOtherFlow()
    {
        Flow flow = FlowCompiler.Compile(
        [
            FlowSource.FromText("f.json", """
                { "flow": "f", "locales": [ "en", "zh-CN" ], "fallback": { "goto": "bye" }, "interrupts": { "price": { "phrases": [ "what does it cost" ], "run": "prices" } },
                  "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "title": "Is it on", "text": "Is it on?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
                """).WithTranslation(TranslationSource.FromText("f.zh-CN.json", """
                { "flow": "f", "locale": "zh-CN", "interrupts": { "price": { "phrases": { "of": "f9d49f13", "text": [ "多少钱" ] } } }, "steps": { "q": { "title": { "of": "d462e586", "text": "开了吗" }, "text": { "of": "6aded0ff", "text": "开了吗？" } } } }
                """)),
            FlowSource.FromText("prices.json", """
                { "flow": "prices", "locales": [ "zh-CN", "en" ], "stages": [ { "id": "s", "steps": [ { "id": "sure", "type": "ask", "title": "想知道吗", "text": "想知道吗？", "answer": "yes_no" }, { "id": "told", "type": "end", "outcome": "resolved", "text": "不要钱。{{ session.path_titles | array.join '、' }}" } ] } ] }
                """).WithTranslation(TranslationSource.FromText("prices.en.json", """
                { "flow": "prices", "locale": "en", "steps": { "sure": { "title": { "of": "b1cdc1bf", "text": "Want to know" }, "text": { "of": "372619b5", "text": "Do you want to know?" } }, "told": { "text": { "of": "36167452", "text": "Nothing. {{ session.path_titles | array.join ', ' }}" } } } }
                """)),
        ]).GetOrThrow();
        var talk = new Conversation(flow);
        talk.Say("What does it cost?").Said.ShouldBe(["Do you want to know?"]);
        talk.Step(new LocaleInput("zh-CN")).Said.ShouldBe(["想知道吗？"]);
        talk.Say("想").At.ShouldBe("sure");
        talk.Say("是").Said.ShouldBe(["不要钱。想知道吗", "开了吗？"]);
        talk.Say("请问多少钱").Said.ShouldBe(["想知道吗？"]);
        talk.Say("返回").Said.ShouldBe(["开了吗？"]);
    }

    [Fact]
    public void Interrupt_WithTheLongestPhrase_IsTheOneThatIsMeant()
    {
        var talk = new FlowTalk(
            """
            { "flow": "f", "fallback": { "goto": "bye" },
              "interrupts": { "whole": { "phrases": [ "is the service down" ], "run": "prices" }, "part": { "phrases": [ "down" ], "run": "other" } },
              "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "Q?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            Prices,
            """{ "flow": "other", "stages": [ { "id": "s", "steps": [ { "id": "told", "type": "end", "outcome": "resolved", "text": "Down with what?" } ] } ] }""");
        talk.Start(inputs: false);
        talk.Say("Is the service down now").ShouldBe(["Nothing at all.", "Q?"]);
        talk.Say("I am down").ShouldBe(["Down with what?", "Q?"]);
    }

    [Fact]
    public void Snapshot_OfAnInterrupt_ThatIsNotThere_IsRefused()
    {
        Flow flow = NestedFlow.Make();
        JsonObject json = JsonNode.Parse(new Conversation(flow).Say("Mia", "outage").Bytes)!.AsObject();
        json["callers"]![0]!["runs"] = "place";
        json["step"] = "room";
        json["data"] = new JsonObject { ["floor"] = "up" };

        SessionSnapshot.Read(flow, Encoding.UTF8.GetBytes(json.ToJsonString())).Problem.ShouldBe(SnapshotProblem.Malformed);
        json["callers"]![0]!["runs"] = "nobody";
        SessionSnapshot.Read(flow, Encoding.UTF8.GetBytes(json.ToJsonString())).Problem.ShouldBe(SnapshotProblem.Malformed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Interrupts_NeverChangeAttemptsOrDataOutsideTheirScope(int seed)
    {
        var random = new Random(seed);
        Flow flow = NestedFlow.Make();
        int compared = 0;
        for (int walk = 0; walk < 40; walk++)
        {
            var talk = new Conversation(flow);
            for (int turn = 0; turn < 30 && talk.Session.Status == SessionStatus.Waiting; turn++)
            {
                if (random.Next(3) == 0 && talk.Session.State.Caller?.Interruption is null)
                {
                    Conversation digressed = Digress(talk, random);
                    if (digressed.Session.Status == SessionStatus.Waiting)
                    {
                        Comparable(digressed).ShouldBe(Comparable(talk));
                        compared++;
                    }
                }

                string[] sensible = Sensible.Answers(talk.Where.Expects);
                talk = talk.Fork().Say(random.Next(10) < 7 && sensible.Length > 0 ? sensible[random.Next(sensible.Length)] : "hm");
            }
        }

        compared.ShouldBeGreaterThan(50);
    }

    /// <summary>Interrupts the question and answers until it is asked again.</summary>
    private static Conversation Digress(Conversation talk, Random random)
    {
        CallFrame? caller = talk.Session.State.Caller;
        talk = talk.Fork().Say(NestedFlow.Phrases[random.Next(NestedFlow.Phrases.Length)]);
        talk.Turn.Answer!.By.ShouldBe("interrupt");
        while (talk.Session.Status == SessionStatus.Waiting && (talk.Session.State.Caller?.Depth ?? 0) > (caller?.Depth ?? 0))
        {
            string[] sensible = Sensible.Answers(talk.Where.Expects);
            talk = (random.Next(2) == 0 ? talk.Reread() : talk).Fork().Say(random.Next(5) > 0 ? sensible[random.Next(sensible.Length)] : "hm");
        }

        return talk;
    }

    /// <summary>The session without its counts, the log of what can be taken back, and the data that the interrupts say they keep.</summary>
    private static string Comparable(Conversation talk)
    {
        JsonObject json = JsonNode.Parse(talk.Bytes)!.AsObject();
        foreach (string name in (string[])["turn", "visit", "undo", "undo_end", "undo_floor"])
        {
            json.Remove(name);
        }

        foreach (JsonNode? data in json["callers"]?.AsArray().Select(caller => caller!["data"]).Prepend(json["data"]) ?? [json["data"]])
        {
            data?.AsObject().Remove("up");
            data?.AsObject().Remove("name");
        }

        return json.ToJsonString().Replace(",\"data\":{}", string.Empty, StringComparison.Ordinal);
    }
}
