using System.Text.Json.Nodes;
using System.Text;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Flows that run other flows.</summary>
public sealed class RunTests
{
    private const string Caller = """
        { "flow": "caller", "inputs": { "who": "text" }, "data": { "colour": { "type": "text", "default": "none" }, "mood": "text", "size": { "type": "integer", "optional": true } }, "fallback": { "goto": "lost" },
          "stages": [ { "id": "first", "title": "First", "steps": [
            { "id": "mood", "type": "ask", "text": "How are you, {{ who }}?", "answer": { "type": "text" }, "save": "mood" },
            { "id": "pick", "type": "run", "flow": "picker", "with": { "name": "who + '!'" }, "save": { "colour": "chosen", "size": "size" } },
            { "id": "told", "type": "say", "text": "{{ colour }} {{ size ?? 'any' }} {{ session.path | array.join ',' }}" },
            { "id": "more", "type": "ask", "text": "Anything else?", "answer": { "type": "text" } },
            { "id": "bye", "type": "end", "outcome": "resolved" },
            { "id": "lost", "type": "end", "outcome": "unresolved", "text": "Lost: {{ fallback.reason }} at {{ fallback.step_title }}." } ] } ] }
        """;

    private const string Picker = """
        { "flow": "picker", "inputs": { "name": "text" }, "data": { "chosen": "text", "size": { "type": "integer", "optional": true } }, "returns": [ "chosen", "size" ],
          "stages": [ { "id": "pick", "title": "Pick", "steps": [
            { "id": "colour", "type": "ask", "title": "Your colour", "text": "{{ name }} Which colour?", "answer": { "type": "choice", "options": [ "red", "blue" ] }, "save": "chosen" },
            { "id": "sized", "type": "ask", "text": "Which size?", "answer": { "type": "number", "integer": true }, "save": "size" },
            { "id": "done", "type": "end", "outcome": "resolved", "text": "Picked {{ chosen }}." } ] } ] }
        """;

    [Fact]
    public void Run_GivesInputs_AsksTheOtherFlowsQuestions_AndKeepsWhatItGivesBack()
    {
        var talk = new FlowTalk(Caller, Picker);

        talk.Start().ShouldBe(["How are you, Mia?"]);
        talk.Say("fine").ShouldBe(["Mia! Which colour?"]);
        talk.Session.ActiveFlow.Id.ShouldBe("picker");
        talk.Session.Flow.Id.ShouldBe("caller");
        talk.Say("blue").ShouldBe(["Which size?"]);
        talk.Say("3").ShouldBe(["Picked blue.", "blue 3 mood", "Anything else?"]);
        talk.Session.Data("colour").ShouldBe(Value.From("blue"));
        talk.Say("no").ShouldBe([]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Resolved);
    }

    [Fact]
    public void Run_LeavesFallbacksToTheFlowThatRunsIt_WithWhatHappened()
    {
        var talk = new FlowTalk(Caller, Picker);
        talk.Start();
        talk.Say("fine");

        talk.Say("??");
        talk.Say("??");
        talk.Say("??").ShouldBe(["Lost: attempts at Your colour."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Unresolved);
    }

    private const string Report = """ "tickets": { "t": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "{{ fallback.step ?? 'none' }}" } }, """;

    [Fact]
    public void Fallback_ThatTheOtherFlowDealtWith_IsNotHeardOfInTheLoopThatTakesTheNext()
    {
        var talk = new FlowTalk(
            """
            { "flow": "rooms",
            """ + Report + """
              "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "hello", "type": "ask", "text": "Hello?", "answer": "yes_no", "fallback": { "attempts": 1, "goto": "all" } },
                { "id": "all", "type": "each", "in": "['up', 'down']", "as": "room", "on_failure": "next_item", "steps": [ { "id": "look", "type": "run", "flow": "room" } ] },
                { "id": "file", "type": "ticket", "ticket": "t" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """
            { "flow": "room", "stages": [ { "id": "s", "steps": [
                { "id": "dark", "type": "ask", "text": "Dark?", "answer": "yes_no", "fallback": { "attempts": 1, "goto": "cold" } },
                { "id": "cold", "type": "ask", "text": "Cold?", "answer": "yes_no", "fallback": { "attempts": 1 } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        foreach (string answer in (ReadOnlySpan<string>)["??", "??", "??", "yes", "no"])
        {
            talk.Say(answer);
        }

        // What the loop took is over; the ticket is still about what led into it.
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe("hello");
    }

    [Fact]
    public void Fallback_ThatATicketOfTheOtherFlowCarries_IsOnNoLaterTicket()
    {
        var talk = new FlowTalk(
            """
            { "flow": "shop",
            """ + Report + """
              "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "size", "type": "ask", "text": "Size?", "answer": "yes_no", "fallback": { "attempts": 1, "goto": "report" } },
                { "id": "report", "type": "run", "flow": "outer" },
                { "id": "more", "type": "ask", "text": "More, {{ fallback.step ?? 'none' }}?", "answer": "yes_no" },
                { "id": "file", "type": "ticket", "ticket": "t" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """{ "flow": "outer", "stages": [ { "id": "s", "steps": [ { "id": "in", "type": "run", "flow": "report" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""",
            "{ \"flow\": \"report\"," + Report + """ "stages": [ { "id": "s", "steps": [ { "id": "file", "type": "ticket", "ticket": "t" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""");
        talk.Start(inputs: false);
        talk.Say("??").ShouldBe(["More, none?"]);
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe("size");
        talk.Say("yes");
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe("none");
    }

    [Fact]
    public void Back_LeadsOutOfAFlowAndIntoIt_WithDataAsTheyWere()
    {
        var talk = new FlowTalk(Caller, Picker);
        talk.Start();
        GuidanceSession beforeMood = talk.Session;
        talk.Say("fine");
        GuidanceSession beforeColour = talk.Session;
        talk.Say("blue");
        GuidanceSession beforeSize = talk.Session;
        talk.Say("3");

        talk.Back().ShouldBe(["Which size?"]);
        talk.ShouldBeAt(beforeSize);
        talk.Back().ShouldBe(["Mia! Which colour?"]);
        talk.ShouldBeAt(beforeColour);
        talk.Back().ShouldBe(["How are you, Mia?"]);
        talk.ShouldBeAt(beforeMood);
        talk.Say("well").ShouldBe(["Mia! Which colour?"]);
        talk.Say("red");
        talk.Say("1").ShouldBe(["Picked red.", "red 1 mood", "Anything else?"]);
    }

    [Fact]
    public void Back_OutOfAFlow_RestoresTheFallbackThatNoTicketCarried()
    {
        var talk = new FlowTalk(
            """
            { "flow": "a", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no", "fallback": { "attempts": 1, "goto": "two" } },
                { "id": "two", "type": "ask", "text": "Two, {{ fallback.step ?? 'none' }}?", "answer": "yes_no" },
                { "id": "sub", "type": "run", "flow": "b" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """
            { "flow": "b", "stages": [ { "id": "s", "steps": [
                { "id": "in", "type": "ask", "text": "In?", "answer": "yes_no", "fallback": { "attempts": 1, "goto": "told" } },
                { "id": "told", "type": "ask", "text": "Told, {{ fallback.step ?? 'none' }}?", "answer": "yes_no" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Say("??").ShouldBe(["Two, one?"]);
        GuidanceSession there = talk.Session;
        talk.Say("yes");
        talk.Say("??").ShouldBe(["Told, in?"]);

        talk.Back().ShouldBe(["Two, one?"]);
        talk.ShouldBeAt(there);
    }

    [Fact]
    public void Snapshot_KeepsWhatWasChosenFromAList_InAFlowThatWaits()
    {
        var talk = new FlowTalk(
            """
            { "flow": "a", "data": { "lamps": { "type": "list", "of": { "type": "object", "fields": { "id": "text", "label": "text" } }, "default": [] } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "fill", "type": "set", "values": { "lamps": "[{ id: 'r', label: 'The red one' }]" } },
                { "id": "lamp", "type": "ask", "text": "Lamp?", "answer": { "type": "choice", "options": { "from": "lamps", "as": "lamp", "value": "lamp.id", "label": "{{ lamp.label }}" } } },
                { "id": "empty", "type": "set", "values": { "lamps": "[]" } },
                { "id": "sub", "type": "run", "flow": "b" },
                { "id": "told", "type": "ask", "text": "{{ labels['lamp'] }}?", "answer": "yes_no" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """{ "flow": "b", "stages": [ { "id": "s", "steps": [ { "id": "in", "type": "ask", "text": "In?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""");
        talk.Start(inputs: false);
        talk.Say("The red one").ShouldBe(["In?"]);
        talk.Say("yes").ShouldBe(["The red one?"]);
    }

    [Fact]
    public void Run_Escalated_EndsTheWholeSession()
    {
        var talk = new FlowTalk(Caller, Picker.Replace("\"outcome\": \"resolved\"", "\"outcome\": \"escalated\"", StringComparison.Ordinal));
        talk.Start();
        talk.Say("fine");
        talk.Say("red");

        talk.Say("1").ShouldBe(["Picked red."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
        talk.Session.Step!.Id.ShouldBe("done");
    }

    [Fact]
    public void Run_OfAFlowThatRunsItself_EndsAtSixteen_AndFallsBack()
    {
        var talk = new FlowTalk("""
            { "flow": "deep", "data": { "x": "text" }, "fallback": { "goto": "lost" },
              "stages": [ { "id": "s", "steps": [
                { "id": "a", "type": "ask", "text": "Deeper?", "answer": { "type": "text" } },
                { "id": "again", "type": "run", "flow": "deep" },
                { "id": "bye", "type": "end", "outcome": "resolved" },
                { "id": "lost", "type": "end", "outcome": "unresolved", "text": "Too deep." } ] } ] }
            """);
        talk.Start(inputs: false);
        for (int i = 0; i < CallDepth; i++)
        {
            talk.Say("yes").ShouldBe(["Deeper?"], $"level {i}");
        }

        // The innermost flow falls back, which is an end of it, and all others come to theirs.
        talk.Say("yes", error: "step 'again': More than 16 flows run one another; let one of them end before it runs itself again.").ShouldBe(["Too deep."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Resolved);
    }

    private const int CallDepth = 16;

    [Fact]
    public void Secrets_StayHiddenInTheFlowThatIsRun_AndInTheOneThatGetsThemBack()
    {
        var talk = new FlowTalk(
            """
            { "flow": "shop", "inputs": { "who": "text" }, "data": { "pin": "text", "card": { "type": "text", "default": "" } },
              "tickets": { "t": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "{{ who }}: {{ answers['shown'] }}" } },
              "fallback": { "goto": "bye" },
              "stages": [ { "id": "s", "steps": [
                { "id": "ask-pin", "type": "ask", "text": "PIN?", "answer": { "type": "text" }, "sensitive": true, "save": "pin" },
                { "id": "pay", "type": "run", "flow": "card", "with": { "code": "'code ' + pin" }, "save": { "card": "number" } },
                { "id": "shown", "type": "ask", "text": "Your card {{ card }}?", "answer": { "type": "text" } },
                { "id": "file", "type": "ticket", "ticket": "t" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """
            { "flow": "card", "inputs": { "code": "text" }, "data": { "number": "text" }, "returns": [ "number" ],
              "stages": [ { "id": "s", "steps": [
                { "id": "number", "type": "ask", "text": "With {{ code }}: which card?", "answer": { "type": "text" }, "sensitive": true, "save": "number" },
                { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start();

        talk.Say("123").ShouldBe(["With code •••: which card?"]);
        talk.Say("4711 0815").ShouldBe(["Your card •••?"]);
        talk.Say("4711 0815, yes");
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe("Mia: •••, yes");
    }

    [Fact]
    public void Secrets_AreOnATicketOfTheFlowThatIsRun_WhereItNamesTheInputThatHoldsThem()
    {
        var talk = new FlowTalk(
            """
            { "flow": "shop", "data": { "card": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "ask-card", "type": "ask", "text": "Card?", "answer": "text", "sensitive": true, "save": "card" },
                { "id": "pay", "type": "run", "flow": "clerk", "with": { "number": "card", "note": "'card ' + card" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """{ "flow": "clerk", "inputs": { "number": "text", "note": "text" }, "stages": [ { "id": "s", "steps": [ { "id": "on", "type": "run", "flow": "filer", "with": { "number": "number", "note": "note" } }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""",
            """
            { "flow": "filer", "inputs": { "number": "text", "note": "text" },
              "tickets": { "listed": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": [ "number" ] },
                "written": { "queue": "q", "respond_within": "PT1H", "subject": "Of {{ number }}", "body": "b" }, "other": { "queue": "q", "respond_within": "PT1H", "subject": "{{ note }}", "body": "b", "evidence": [ "note" ] } },
              "stages": [ { "id": "s", "steps": [
                { "id": "list", "type": "ticket", "ticket": "listed" }, { "id": "write", "type": "ticket", "ticket": "written", "text": "{{ number }}" }, { "id": "file", "type": "ticket", "ticket": "other" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);

        talk.Say("4711 0815").ShouldBe(["•••"]);
        Ticket[] tickets = [.. talk.Turn.Effects.OfType<FileTicketEffect>().Select(effect => effect.Ticket)];
        tickets[0].Evidence.ShouldBe([KeyValuePair.Create("number", Value.From("4711 0815"))]);
        tickets[1].Subject.ShouldBe("Of 4711 0815");
        (tickets[2].Subject, tickets[2].Evidence[0].Value).ShouldBe(("card •••", Value.From("card •••")));
    }

    [Fact]
    public void Secrets_ThatComeBackInSomethingElse_StayHidden_AndPartsOfThemAreShown()
    {
        var talk = new FlowTalk(
            """
            { "flow": "shop", "data": { "line": "text", "lines": { "type": "list", "of": "text", "default": [] }, "last": "text" }, "fallback": { "goto": "bye" },
              "interrupts": { "card": { "phrases": [ "new card" ], "run": "card", "save": { "line": "line" } } },
              "tickets": { "t": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "{{ lines | array.join ',' }}" } }, "stages": [ { "id": "s", "steps": [
                { "id": "pay", "type": "run", "flow": "clerk", "save": { "line": "line", "lines": "lines", "last": "last" } },
                { "id": "more", "type": "ask", "text": "{{ line }}, {{ lines | array.join ',' }}, {{ last }}?", "answer": "yes_no" },
                { "id": "file", "type": "ticket", "ticket": "t", "text": "{{ line }}" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            """{ "flow": "clerk", "data": { "line": "text", "lines": { "type": "list", "of": "text", "default": [] }, "last": "text" }, "returns": [ "line", "lines", "last" ], "stages": [ { "id": "s", "steps": [ { "id": "on", "type": "run", "flow": "card", "save": { "line": "line", "last": "last" } }, { "id": "list", "type": "set", "values": { "lines": "[line]" } }, { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }""",
            """
            { "flow": "card", "data": { "number": "text", "line": "text", "last": "text" }, "returns": [ "line", "last" ], "fallback": { "goto": "lost" }, "stages": [ { "id": "s", "steps": [
                { "id": "number", "type": "ask", "text": "Card?", "answer": "text", "sensitive": true, "save": "number" },
                { "id": "note", "type": "set", "values": { "line": "'No. ' + number", "last": "string.slice number 5" } },
                { "id": "done", "type": "end", "outcome": "resolved" }, { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
            """);
        talk.Start(inputs: false);

        talk.Say("4711 0815").ShouldBe(["No. •••, No. •••, 0815?"]);
        talk.Say("new card").ShouldBe(["Card?"]);
        talk.Say("1234 5678").ShouldBe(["No. •••, No. •••, 0815?"]);
        talk.Say("yes").ShouldBe(["No. •••"]);
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe("No. •••");
    }

    [Fact]
    public void Secrets_ThatComeBackThroughTwoFlows_StayHidden_AndTheJournalKnowsThem()
    {
        Flow flow = FlowCompiler.Compile(
        [
            FlowSource.FromText("a.json", """{ "flow": "a", "data": { "got": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "go", "type": "run", "flow": "b", "save": { "got": "passed" } }, { "id": "more", "type": "ask", "text": "It is {{ got }}.", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
            FlowSource.FromText("b.json", """{ "flow": "b", "data": { "passed": "text" }, "returns": [ "passed" ], "stages": [ { "id": "s", "steps": [ { "id": "on", "type": "run", "flow": "c", "save": { "passed": "pin" } }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
            FlowSource.FromText("c.json", """{ "flow": "c", "data": { "pin": "text" }, "returns": [ "pin" ], "stages": [ { "id": "s", "steps": [ { "id": "ask-pin", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
        ]).GetOrThrow();
        var talk = new Conversation(flow);
        GuidanceSession before = talk.Session;
        var input = new AnswerInput("swordfish");
        talk.Step(input).Said.ShouldBe(["It is •••."]);
        JournalEntry.Of(before, talk.Turn, input, Conversation.Noon).Sensitive.ShouldBe(["ask-pin"]);
    }

    [Fact]
    public void Commands_AreThoseOfTheSessionsOwnFlow_AndSoIsTheStageOfReplies()
    {
        Flow flow = FlowCompiler.Compile(
        [
            FlowSource.FromText("a.json", """{ "flow": "a", "commands": { "restart": { "off": true } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "outer", "title": "Outer", "steps": [ { "id": "go", "type": "run", "flow": "b" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
            FlowSource.FromText("b.json", """{ "flow": "b", "stages": [ { "id": "inner", "title": "Inner", "steps": [ { "id": "q", "type": "ask", "text": "{{ stage.title }}?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
        ]).GetOrThrow();
        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["Inner?"]);
        talk.Where.Stage!.Id.ShouldBe("outer");
        talk.Reply().Stage.ShouldBe("outer");
        talk.Step(new CommandInput(SessionCommand.Restart)).Turn.Reason.ShouldBe(TurnReason.CommandOff);
        talk.Say("restart").Turn.Result.ShouldBe(TurnResult.NoMatch);
    }

    [Fact]
    public void Snapshot_OfAFlowThatWaitsInOtherLoopsThanItCan_IsRefused()
    {
        Flow flow = NestedFlow.Make();
        JsonObject json = JsonNode.Parse(new Conversation(flow).Say("Mia").Bytes)!.AsObject();
        json["callers"]![0]!.AsObject().Remove("loops").ShouldBeTrue();

        SessionSnapshot.Read(flow, Encoding.UTF8.GetBytes(json.ToJsonString())).Problem.ShouldBe(SnapshotProblem.Malformed);
    }
}
