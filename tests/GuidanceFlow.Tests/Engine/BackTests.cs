using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Going back: semantics.md, "Going back".</summary>
public sealed class BackTests
{
    private static readonly string[] Garbage = ["what", "99999", "no idea", "repeat", "help", "back", .. NestedFlow.Phrases];

    private static readonly Flow Nested = NestedFlow.Make();

    private static readonly Flow Order = Flows.Of(
        """
        { "id": "name", "type": "ask", "text": "Name?", "answer": "text", "save": "name" },
        { "id": "count", "type": "ask", "text": "How many, {{ name }}?", "answer": { "type": "number", "integer": true, "min": 1, "max": 9 }, "save": "count" },
        { "id": "double", "type": "set", "values": { "total": "count * 2", "seen": "seen + 1" } },
        { "id": "gift", "type": "ask", "text": "As a gift? {{ total }}", "answer": "yes_no" },
        { "id": "each", "type": "each", "in": "1..count", "as": "i", "collect": { "colours": "answers['colour']" }, "steps": [
          { "id": "colour", "type": "ask", "text": "Colour {{ i }}?", "answer": { "type": "choice", "options": ["red", "blue"] } } ] },
        { "id": "sure", "type": "ask", "text": "Sure? {{ colours | array.join ',' }}", "answer": "yes_no", "next": [ { "when": "answer", "goto": "file" }, { "goto": "name" } ] },
        { "id": "file", "type": "ticket", "ticket": "help" },
        { "id": "rating", "type": "ask", "text": "How was it?", "answer": { "type": "rating" } }
        """,
        """
        "data": { "name": "text", "count": "integer", "total": { "type": "integer", "default": 0 }, "seen": { "type": "integer", "default": 0 },
          "colours": { "type": "list", "of": "text", "default": [] } },
        """);

    [Fact]
    public void Back_AsksThePreviousQuestionAgain_WithDataAsTheyWere()
    {
        var talk = new Conversation(Order).Say("Ann", "2");
        talk.Session.Data("total").ShouldBe(Value.From(4));

        talk.Say("back");

        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Turn.Command.ShouldBe(SessionCommand.Back);
        talk.Said.ShouldBe(["How many, Ann?"]);
        talk.At.ShouldBe("count");
        talk.Session.Data("count").ShouldBe(Value.Null);
        talk.Session.Data("total").ShouldBe(Value.From(0));
        talk.Session.Answer("count").ShouldBe(Value.Null);
        talk.Events.ShouldBe(["Commanded:gift:back", "WentBack:gift:count", "Entered:count", "Said:count"]);
    }

    [Fact]
    public void Back_AgainAndAgain_LeadsToTheFirstQuestion_AndThereSaysThatNothingIsBeforeIt()
    {
        var talk = new Conversation(Order).Say("Ann", "1", "yes", "red", "back", "back", "back", "back");
        talk.Said.ShouldBe(["Name?"]);
        GuidanceSession before = talk.Session;

        talk.Say("back");

        talk.Turn.Result.ShouldBe(TurnResult.Refused);
        talk.Turn.Reason.ShouldBe(TurnReason.NothingBefore);
        talk.Said.ShouldBe(["This is where we began; there is no question before it."]);
        talk.Turn.Messages[0].Kind.ShouldBe(MessageKind.Notice);
        talk.Session.ShouldBeSameAs(before);
    }

    [Fact]
    public void Back_IntoALoop_FindsTheItemAsItWas()
    {
        var talk = new Conversation(Order).Say("Ann", "2", "no", "red", "blue");
        talk.Said.ShouldBe(["Sure? red,blue"]);

        talk.Say("back").Said.ShouldBe(["Colour 2?"]);
        talk.Session.Data("colours").ToString().ShouldBe("[\"red\"]");
        talk.Say("back").Said.ShouldBe(["Colour 1?"]);
        talk.Say("blue", "red").Said.ShouldBe(["Sure? blue,red"]);
    }

    [Fact]
    public void Back_ToAQuestionAnsweredTwice_FindsTheEarlierAnswer()
    {
        var talk = new Conversation(Order).Say("Ann", "1", "no", "red", "no", "Bob");
        talk.Session.Data("name").ShouldBe(Conversation.Text("Bob"));

        talk.Say("back");

        talk.Said.ShouldBe(["Name?"]);
        talk.Session.Data("name").ShouldBe(Conversation.Text("Ann"));
        talk.Session.Answer("name").ShouldBe(Conversation.Text("Ann"));
        talk.Session.Path.ShouldBe(["name", "count", "gift", "colour", "sure"]);
    }

    [Fact]
    public void Back_BehindATicket_IsRefused()
    {
        var talk = new Conversation(Order).Say("Ann", "1", "no", "red", "yes");
        talk.At.ShouldBe("rating");

        talk.Say("back");

        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Barrier));
        talk.Said.ShouldBe(["Your request is on its way already, so what came before it can no longer be changed."]);
    }

    [Fact]
    public void Back_OverMoreAnswersThanAreKept_IsRefused()
    {
        Flow flow = Flows.Of("""{ "id": "more", "type": "ask", "text": "More?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "more" }, { "goto": "@next" } ] }""");
        var talk = new Conversation(flow);
        for (int i = 0; i < 160; i++)
        {
            talk = i % 7 == 0 ? talk.Reread().Say("yes") : talk.Say("yes");
            talk.Session.State.Undo.Count.ShouldBe(Math.Min(i + 1, 50));
        }

        for (int i = 0; i < 50; i++)
        {
            talk = (i % 9 == 0 ? talk.Reread() : talk).Say("back");
            talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        }

        talk.Say("back").Turn.Reason.ShouldBe(TurnReason.Bound);
        talk.Said.ShouldBe(["We cannot go back any further than this."]);
    }

    [Fact]
    public void Back_OverStoredAnswersToOneQuestionAfterAnother_ThatShareADatum_FindsEachAsItWas()
    {
        Flow flow = Flows.Of(
            """
            { "id": "a", "type": "ask", "text": "A? {{ pick ?? '-' }}", "save": "pick", "answer": { "type": "choice", "options": ["x", "y", "ä\"z"] } },
            { "id": "b", "type": "ask", "text": "B? {{ pick }}", "save": "pick", "answer": { "type": "choice", "options": ["x", "y", "ä\"z"] } },
            { "id": "n", "type": "ask", "text": "N? {{ pick }} {{ n }}", "save": "n", "answer": { "type": "number" }, "next": [ { "when": "n > 100", "goto": "bye" }, { "goto": "a" } ] }
            """.Replace("ä\"z", "ä\\\"z", StringComparison.Ordinal),
            "\"data\": { \"pick\": { \"type\": \"text\", \"optional\": true }, \"n\": { \"type\": \"number\", \"default\": 7 } },");
        string[] answers = ["x", "y", "3", "ä\"z", "x", "2.5", "y", "y", "3", "x", "ä\"z"];
        var talk = new Conversation(flow);
        var asked = new List<string>();
        foreach (string answer in answers)
        {
            asked.Add(talk.Said[^1]);
            talk = talk.Say(answer).Reread();
            talk.Say("repeat");
        }

        for (int i = answers.Length - 1; i >= 0; i--)
        {
            talk = (i % 3 == 0 ? talk.Reread() : talk).Fork().Say("back");
            talk.Said.ShouldBe([asked[i]]);
        }

        talk.Say("back").Turn.Reason.ShouldBe(TurnReason.NothingBefore);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 4)]
    [InlineData(true, 5)]
    [InlineData(false, 1)]
    [InlineData(false, 7)]
    [InlineData(false, 13)]
    public void Back_OfASessionThatIsStoredAfterEachTurn_IsThatOfOneThatNeverIs(bool isRing, int limit)
    {
        // Around, each answer has one before it; straight on, only each tenth does, into the datum it shares.
        const int Turns = 60;
        int steps = isRing ? 3 : Turns + 1;
        string questions = string.Join(',', Enumerable.Range(0, steps).Select(i => $$"""
            { "id": "q{{i}}", "type": "ask", "text": "?", {{(isRing || i % 10 == 0 ? "\"save\": \"pick\", " : string.Empty)}}"answer": { "type": "choice", "options": ["x", "y", "z"] },
              "next": [ { "when": "answer == 'z'", "goto": "bye" }, { "goto": "{{(isRing ? "q" + ((i + 1) % steps) : "@next")}}" } ] }
            """));
        Flow flow = Flows.Of(questions, "\"data\": { \"pick\": { \"type\": \"text\", \"optional\": true } }, \"commands\": { \"back\": { \"limit\": " + limit.ToString(CultureInfo.InvariantCulture) + " } },");
        var kept = new Conversation(flow);
        var stored = new Conversation(flow);
        for (int turn = 0; turn < Turns; turn++)
        {
            string answer = turn * 7 % 5 < 2 ? "x" : "y";
            kept = kept.Say(answer);
            stored = stored.Say(answer).Reread();
            Encoding.UTF8.GetString(stored.Bytes).ShouldBe(Encoding.UTF8.GetString(kept.Bytes));
            stored.Session.State.Undo.Count.ShouldBe(Math.Min(turn + 1, limit));
        }

        for (int i = 0; i < limit; i++)
        {
            kept = kept.Say("back");
            stored = stored.Say("back").Reread();
            Encoding.UTF8.GetString(stored.Bytes).ShouldBe(Encoding.UTF8.GetString(kept.Bytes));
        }

        kept.Say("back").Turn.Reason.ShouldBe(TurnReason.Bound);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(20)]
    public void Back_ToADatumThatWasSavedManyAnswersAgo_RestoresIt(int between)
    {
        string others = string.Concat(Enumerable.Range(0, between).Select(i => $$"""{ "id": "o{{i}}", "type": "ask", "text": "O?", "answer": "yes_no" }, """));
        Flow flow = Flows.Of(
            """{ "id": "first", "type": "ask", "text": "A?", "save": "pick", "answer": { "type": "choice", "options": ["x", "y"] } }, """
            + others
            + """{ "id": "second", "type": "ask", "text": "B?", "save": "pick", "answer": { "type": "choice", "options": ["x", "y"] } }, { "id": "third", "type": "ask", "text": "C?", "answer": "yes_no" }""",
            "\"data\": { \"pick\": { \"type\": \"text\", \"default\": \"z\" } },");
        Conversation talk = new Conversation(flow).Say(["x", .. Enumerable.Repeat("yes", between), "y"]);
        talk.At.ShouldBe("third");

        talk = talk.Reread().Say("back");
        (talk.At, talk.Session.Data("pick")).ShouldBe(("second", Value.From("x")));
        talk.Say([.. Enumerable.Repeat("back", between + 1)]);
        (talk.At, talk.Session.Data("pick")).ShouldBe(("first", Value.From("z")));
    }

    [Theory]
    [InlineData("[[5,0,\"x\"]]")]
    [InlineData("[[\"x\",7,\"x\"]]")]
    [InlineData("[[\"x\",0,\"nonsense\"]]")]
    [InlineData("[[\"x\",0,1]]")]
    public void Back_ToWhatASnapshotCannotMean_TakesTheFallback(string undo)
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "ask", "text": "A?", "save": "pick", "answer": { "type": "choice", "options": ["x", "y"] }, "next": "b" }, { "id": "b", "type": "ask", "text": "B?", "answer": "yes_no" }""", "\"data\": { \"pick\": { \"type\": \"text\", \"optional\": true } },");
        JsonObject json = JsonNode.Parse(new Conversation(flow).Say("x").Bytes)!.AsObject();
        json["undo"] = JsonNode.Parse(undo);
        GuidanceSession session = SessionSnapshot.Read(flow, Encoding.UTF8.GetBytes(json.ToJsonString())).Session.ShouldNotBeNull();
        Turn turn = GuidanceEngine.Step(flow, session, new CommandInput(SessionCommand.Back), Conversation.Noon);
        turn.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
        turn.Error.ShouldNotBeNull();
    }

    [Fact]
    public void Back_AfterAFallbackThatAskedAnotherQuestion_LeadsToTheAnswerBeforeIt_AndTakesItsChangesBack()
    {
        Flow flow = Flows.Of(
            """
            { "id": "name", "type": "ask", "text": "Name?", "answer": "text" },
            { "id": "size", "type": "ask", "text": "Size?", "answer": { "type": "number" }, "fallback": { "attempts": 1, "goto": "guess" } },
            { "id": "guess", "type": "set", "values": { "guessed": "true" } },
            { "id": "fine", "type": "ask", "text": "Medium?", "answer": "yes_no" }
            """,
            "\"data\": { \"guessed\": { \"type\": \"boolean\", \"default\": false } },");
        var talk = new Conversation(flow).Say("Ann", "huh");
        talk.At.ShouldBe("fine");
        talk.Session.Data("guessed").ShouldBe(Value.True);

        talk.Say("back");

        talk.At.ShouldBe("name");
        talk.Session.Data("guessed").ShouldBe(Value.False);
        talk.Session.State.Fallback.ShouldBeNull();
    }

    [Fact]
    public void Back_IsANewVisit_WithAllItsAttempts()
    {
        var talk = new Conversation(Order).Say("Ann", "many", "lots", "3", "back");
        talk.Session.Attempts.ShouldBe(0);
        int visit = talk.Session.Visit;
        talk.Say("many", "lots");
        talk.Session.Visit.ShouldBe(visit);
        talk.At.ShouldBe("count");
    }

    [Fact]
    public void Back_ToAnAnswerThatWasKnown_GoesFurther()
    {
        var talk = new Conversation(Order, new StartRequest { SessionId = "s", Known = Conversation.Named(("count", Value.From(1))) }).Say("Ann");
        talk.At.ShouldBe("gift");

        talk.Say("back").At.ShouldBe("name");
        talk.Say("Bo").At.ShouldBe("gift");
        talk.Session.Data("count").ShouldBe(Value.From(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Back_AfterAnyAnswer_RestoresAnEqualSession(int seed)
    {
        var random = new Random(seed);
        int compared = 0;
        for (int walk = 0; walk < 40; walk++)
        {
            Conversation talk = walk % 3 == 0 ? new Conversation(Order)
                : walk % 3 == 1 ? new Conversation(Nested)
                : new Conversation(Flows.SmartHome, new StartRequest { SessionId = "w" + walk, Inputs = SmartHomeInputs.Of(walk % 4) });
            for (int turn = 0; turn < 40 && talk.Session.Status == SessionStatus.Waiting; turn++)
            {
                string[] sensible = Sensible.Answers(talk.Where.Expects);
                string answer = random.Next(10) < 8 && sensible.Length > 0 ? sensible[random.Next(sensible.Length)] : Garbage[random.Next(Garbage.Length)];
                JsonObject before = Comparable(talk);
                talk = (random.Next(2) == 0 ? talk.Reread() : talk).Fork().Say(answer);
                bool isAnswer = talk.Turn.Result == TurnResult.Accepted && talk.Turn.Command is null && !Digressed(talk.Turn);
                if (isAnswer && talk.Session.Status == SessionStatus.Waiting && talk.Tickets.Length == 0)
                {
                    Conversation back = (random.Next(2) == 0 ? talk.Reread() : talk).Fork().Step(new CommandInput(SessionCommand.Back));
                    back.Turn.Result.ShouldBe(TurnResult.Accepted);
                    Comparable(back).ToJsonString().ShouldBe(before.ToJsonString());
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(100);
    }

    /// <summary>Whether the turn was over with a digression already: then there is nothing of it to take back.</summary>
    private static bool Digressed(Turn turn) => turn.Answer?.By == "interrupt" && turn.Events.Any(entry => entry.Kind == TurnEventKind.RunEnded);

    /// <summary>The session without its counts, and without the attempts of the present visit. It keeps at most 50 answers, so what is dropped beyond them does not count.</summary>
    private static JsonObject Comparable(Conversation talk)
    {
        JsonObject json = JsonNode.Parse(Encoding.UTF8.GetString(talk.Bytes))!.AsObject();
        json.Remove("turn");
        json.Remove("visit");
        json.Remove("unrecognised");
        return json;
    }
}
