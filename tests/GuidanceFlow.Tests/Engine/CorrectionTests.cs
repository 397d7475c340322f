using System.Text.Json.Nodes;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Changing an earlier answer: semantics.md, "Changing an answer".</summary>
public sealed class CorrectionTests
{
    private static readonly Flow Order = Flows.Of(
        """
        { "id": "kind", "type": "ask", "text": "Kind?", "answer": { "type": "choice", "options": ["laptop", "phone"] }, "save": "kind" },
        { "id": "heard", "type": "say", "text": "A {{ kind }}." },
        { "id": "rooms", "type": "each", "in": "kind == 'phone' ? ['home', 'work', 'home'] : ['work', 'home']", "as": "room", "steps": [
          { "id": "count", "type": "ask", "text": "How many for {{ room }}?", "answer": { "type": "number", "integer": true, "min": 0, "max": 9 } } ] },
        { "id": "size", "type": "ask", "text": "Size of the {{ kind }}?", "answer": { "type": "choice", "options": [{ "value": "14", "when": "kind == 'laptop'" }, { "value": "16", "when": "kind == 'laptop'" }, { "value": "6", "when": "kind == 'phone'" }] }, "save": "size" },
        { "id": "sure", "type": "ask", "text": "A {{ kind }} of {{ size }}. Sure?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "file" }, { "goto": "kind" } ] },
        { "id": "file", "type": "ticket", "ticket": "help" },
        { "id": "rating", "type": "ask", "text": "How was it?", "answer": { "type": "rating" } }
        """,
        """ "data": { "kind": "text", "size": "text" }, """);

    [Fact]
    public void Correct_KeepsLaterAnswersOfTheSameItems_AndAsksTheFirstThatDoesNotFit()
    {
        var talk = new Conversation(Order).Say("laptop", "3", "5", "14");
        talk.At.ShouldBe("sure");

        talk = Correct(talk, "kind", "phone");

        // Work had 3 and home 5; the second home is new.
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Said.ShouldBe(["How many for home?"]);
        talk.Turn.Correction!.Step.ShouldBe("kind");
        talk.Turn.Correction.Kept.ShouldBe(["count", "count"]);
        talk.Turn.Correction.Dropped.ShouldBe(["size"]);
        talk.Session.Data("kind").ShouldBe(Value.From("phone"));
        talk.Session.Data("size").ShouldBe(Value.Null);
        talk.Say("1").Said.ShouldBe(["Size of the phone?"]);
        talk.Say("back", "back", "back");
        talk.Session.State.Loop!.Index.ShouldBe(0);
        talk.Say("back").At.ShouldBe("kind");
    }

    [Fact]
    public void Correct_SaysWhatComesOfTheChange_AndNotWhatWasSaidBefore()
    {
        Conversation talk = Correct(new Conversation(Order).Say("laptop", "3", "5", "14"), "size", "16");

        talk.Said.ShouldBe(["A laptop of 16. Sure?"]);
        talk.Turn.Correction!.Kept.ShouldBeEmpty();
        talk.Turn.Correction.Dropped.ShouldBeEmpty();
        talk.Events[0].ShouldBe("Corrected:size");
    }

    [Fact]
    public void Correct_WithTheSameAnswer_ChangesNothing()
    {
        var talk = new Conversation(Order).Say("laptop", "3", "5", "14", "hm");
        JsonObject before = Comparable(talk);

        talk = Correct(talk, "kind", "Laptop!");

        Comparable(talk).ToJsonString().ShouldBe(before.ToJsonString());
        talk.Session.Attempts.ShouldBe(1);
        talk.Said.ShouldBe(["A laptop of 14. Sure?"]);
        talk.Turn.Correction!.Kept.ShouldBe(["count", "count", "size"]);
    }

    [Fact]
    public void Correct_IsRefused_WithTheReason_AndTheSessionAsItWas()
    {
        Conversation talk = new Conversation(Order).Say("laptop", "3");
        GuidanceSession before = talk.Session;

        Refused(talk, "size", "14").ShouldBe(TurnReason.NotAnswered);
        Refused(talk, "nowhere", "14").ShouldBe(TurnReason.NotAnswered);
        Refused(talk, "kind", "a boat").ShouldBe(TurnReason.NoMatch);
        Refused(talk, "count", "99").ShouldBe(TurnReason.TooLarge);
        Refused(talk.Say("5", "14", "yes"), "kind", "phone").ShouldBe(TurnReason.Barrier);
        before.Turn.ShouldBe(3);
    }

    [Fact]
    public void Correct_BeyondTheBound_IsRefused()
    {
        Flow flow = Flows.Of(
            """{ "id": "a", "type": "ask", "text": "A?", "answer": "yes_no" }, { "id": "b", "type": "ask", "text": "B?", "answer": "yes_no", "next": "c" }, { "id": "c", "type": "ask", "text": "C?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "b" }, { "goto": "bye" } ] }""",
            """ "commands": { "back": { "limit": 2 } }, """);
        Refused(new Conversation(flow).Say("yes", "yes", "yes"), "a", "no").ShouldBe(TurnReason.Bound);
    }

    [Fact]
    public void Correct_ReachesIntoFlowsThatAreRun_AndOutOfThem()
    {
        var talk = new Conversation(NestedFlow.Make()).Say("Mia", "kitchen", "2", "yes", "today", "yes", "bath", "0", "yes");
        talk.Said.ShouldBe(["upkitchen,downbath  Again?"]);

        talk = Correct(talk, "room", "kitchen");
        talk.Said.ShouldBe(["upkitchen,downkitchen  Again?"]);
        talk.Turn.Correction!.Kept.ShouldBe(["lamps", "fine"]);
        talk = Correct(talk, "name", "Tom");
        talk.Said.ShouldBe(["upkitchen,downkitchen  Again?"]);
        talk.Turn.Correction!.Kept.ShouldBe(["room", "lamps", "sees", "since", "fine", "room", "lamps", "fine"]);

        // More than one lamp runs the status flow, whose question comes up first.
        talk = Correct(talk, "lamps", "5");
        talk.Said.ShouldBe(["Is it 'offline'?"]);
        talk.Turn.Correction!.Dropped.ShouldBe(["fine"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Correct_ToAnotherAnswerAndBack_RestoresAnEqualSession_WhereNothingWasDropped(int seed)
    {
        var random = new Random(seed);
        int compared = 0;
        for (int walk = 0; walk < 60; walk++)
        {
            var talk = new Conversation(walk % 2 == 0 ? Order : NestedFlow.Make());
            var answered = new List<(string Step, string Answer, string Other)>();
            for (int turn = 0; turn < 12 && talk.Session.Status == SessionStatus.Waiting; turn++)
            {
                string[] sensible = Sensible.Answers(talk.Where.Expects);
                if (sensible.Length == 0)
                {
                    break;
                }

                string step = talk.At!;
                string answer = sensible[random.Next(sensible.Length)];
                talk = (random.Next(2) == 0 ? talk.Reread() : talk).Fork().Say(answer);
                answered.RemoveAll(one => one.Step == step);
                answered.Add((step, answer, sensible[random.Next(sensible.Length)]));
            }

            foreach ((string step, string answer, string other) in answered)
            {
                Conversation there = talk.Fork().Step(new CorrectionInput(step, other));
                if (there.Turn.Result == TurnResult.Accepted && there.Turn.Correction!.Dropped.IsEmpty && there.Tickets.Length == 0 && there.Session.Status == SessionStatus.Waiting && there.At == talk.At)
                {
                    Conversation back = there.Reread().Fork().Step(new CorrectionInput(step, answer));
                    if (back.Turn.Correction!.Dropped.IsEmpty)
                    {
                        Comparable(back).ToJsonString().ShouldBe(Comparable(talk).ToJsonString());
                        compared++;
                    }
                }
            }
        }

        compared.ShouldBeGreaterThan(60);
    }

    private static Conversation Correct(Conversation talk, string step, string answer) => talk.Reread().Fork().Step(new CorrectionInput(step, answer));

    private static string? Refused(Conversation talk, string step, string answer)
    {
        Conversation refused = talk.Fork().Step(new CorrectionInput(step, answer));
        refused.Turn.Result.ShouldBe(TurnResult.Refused);
        refused.Turn.Session.ShouldBeSameAs(talk.Session);
        return refused.Turn.Reason;
    }

    /// <summary>The session without its counts.</summary>
    private static JsonObject Comparable(Conversation talk)
    {
        JsonObject json = JsonNode.Parse(talk.Bytes)!.AsObject();
        json.Remove("turn");
        json.Remove("visit");
        return json;
    }

    [Fact]
    public void Correct_InNestedLoops_TellsTheItemsOfAllLoopsApart()
    {
        Flow flow = Flows.Of(
            """
            { "id": "start", "type": "ask", "text": "Start?", "answer": "yes_no", "save": "go" },
            { "id": "floors", "type": "each", "in": "go ? ['up', 'down'] : ['down', 'up']", "as": "floor", "steps": [
              { "id": "rooms", "type": "each", "in": "['a', 'b']", "as": "room", "collect": { "found": "floor + room + answers['count']" }, "steps": [ { "id": "count", "type": "ask", "text": "{{ floor }}{{ room }}?", "answer": { "type": "number", "integer": true } } ] },
              { "id": "keep", "type": "set", "values": { "all": "all + ' ' + (found | array.join ' ')" } } ] },
            { "id": "sure", "type": "ask", "text": "{{ all }}", "answer": "yes_no" }
            """,
            """ "data": { "go": "boolean", "found": "list of text", "all": { "type": "text", "default": "" } }, """);
        Conversation talk = new Conversation(flow).Say("yes", "1", "2", "3", "4");
        talk.Said.ShouldBe([" upa1 upb2 downa3 downb4"]);

        Correct(talk, "start", "no").Said.ShouldBe([" downa3 downb4 upa1 upb2"]);
    }

    [Fact]
    public void Correct_TellsTheItemsOfLoopsAroundAFlowThatIsRunApart()
    {
        Flow flow = FlowCompiler.Compile(
        [
            FlowSource.FromText("a.json", """{ "flow": "a", "data": { "first": { "type": "text", "default": "" }, "got": { "type": "text", "default": "" }, "all": { "type": "list of text", "default": [] } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "first", "type": "ask", "text": "First?", "answer": { "type": "choice", "options": [ "up", "down" ] }, "save": "first" }, { "id": "floors", "type": "each", "in": "first == 'up' ? ['up', 'down'] : ['down', 'up']", "as": "floor", "collect": { "all": "floor + ' ' + got" }, "steps": [ { "id": "sub", "type": "run", "flow": "b", "save": { "got": "got" } } ] }, { "id": "more", "type": "ask", "text": "{{ all | array.join ', ' }}?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
            FlowSource.FromText("b.json", """{ "flow": "b", "data": { "got": "text" }, "returns": [ "got" ], "stages": [ { "id": "s", "steps": [ { "id": "lamp", "type": "ask", "text": "Lamp?", "answer": "text", "save": "got" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
        ]).GetOrThrow();
        Conversation talk = new Conversation(flow).Say("up", "red", "blue");
        talk.Said.ShouldBe(["up red, down blue?"]);
        Correct(talk, "first", "down").Said.ShouldBe(["down blue, up red?"]);
    }

    [Fact]
    public void Correct_IsOneTurn_AndAnswersNothingBehindATicketItFiles()
    {
        Flow flow = Flows.Of(
            """
            { "id": "bad", "type": "ask", "text": "Bad?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "file" }, { "goto": "colour" } ] },
            { "id": "file", "type": "ticket", "ticket": "help" },
            { "id": "colour", "type": "ask", "text": "Colour?", "answer": "text" },
            { "id": "size", "type": "ask", "text": "Size?", "answer": "text" },
            { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no" }
            """);
        Conversation talk = new Conversation(flow).Say("no", "red", "big");
        int turn = talk.Session.Turn;

        Conversation filed = Correct(talk, "bad", "yes");
        filed.At.ShouldBe("colour");
        filed.Tickets.Length.ShouldBe(1);
        filed.Turn.Correction!.Dropped.ShouldBe(["colour", "size"]);
        filed.Session.Turn.ShouldBe(turn + 1);

        Conversation kept = Correct(talk, "colour", "blue");
        kept.Session.Turn.ShouldBe(turn + 1);
        kept.Turn.Correction!.Kept.ShouldBe(["size"]);
    }

    [Fact]
    public void Correct_ThatFailsInAFlowThatWasLeft_NamesTheStepThere_AndShowsNoneOfItsSecrets()
    {
        Flow flow = FlowCompiler.Compile(
        [
            FlowSource.FromText("shop.json", """{ "flow": "shop", "data": { "size": { "type": "text", "default": "" } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "size", "type": "ask", "text": "Size?", "answer": "text", "save": "size" }, { "id": "pay", "type": "run", "flow": "pay", "with": { "size": "size" } }, { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
            FlowSource.FromText("pay.json", """{ "flow": "pay", "inputs": { "size": "text" }, "data": { "found": { "type": "number", "default": 0 } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "pin", "type": "ask", "text": "PIN?", "answer": { "type": "text", "check": "size != 'XL' || (regex.match '1' answer).size == 0" }, "sensitive": true }, { "id": "look", "type": "set", "values": { "found": "size == 'L' ? (regex.match 'a' answers['pin']).size : 0" } }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
        ]).GetOrThrow();
        Conversation talk = new Conversation(flow).Say("S", "(swordfish");
        talk.At.ShouldBe("more");

        foreach ((string size, string step) in (ReadOnlySpan<(string, string)>)[("L", "look"), ("XL", "pin")])
        {
            Turn turn = talk.Fork().Step(new CorrectionInput("size", size)).Turn;

            turn.Reason.ShouldBe(TurnReason.Error);
            turn.Error!.Step.ShouldBe(step);
            turn.Error.ToString().ShouldContain("•••");
            turn.Error.ToString().ShouldNotContain("swordfish");
        }
    }

    [Fact]
    public void Correct_OfAQuestionThatIsOnlyInterrupted_IsRefused()
    {
        Conversation talk = new Conversation(NestedFlow.Make()).Say("Mia", "outage");
        talk.At.ShouldBe("sees");
        Refused(talk, "room", "bath").ShouldBe(TurnReason.NotAnswered);
        talk = new Conversation(NestedFlow.Make()).Say("outage");
        talk.At.ShouldBe("sees");
        Refused(talk, "name", "Mia").ShouldBe(TurnReason.NotAnswered);
    }
}
