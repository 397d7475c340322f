using System.Text;
using System.Text.Json.Nodes;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Digressions that steps of the same flow deal with.</summary>
public sealed class InterruptStepsTests
{
    private const string Router = """
        { "flow": "router", "title": "Router", "inputs": { "who": "text" },
          "data": { "lamp": "text", "floor": { "type": "text", "optional": true }, "found": { "type": "list", "of": "text", "default": [] } },
          "fallback": { "goto": "lost" }, "commands": { "person": { "goto": "human" } },
          "interrupts": {
            "price": { "phrases": [ "what does it cost" ], "steps": [
              { "id": "free", "type": "say", "text": "Nothing at all, {{ who }}." } ] },
            "moved": { "phrases": [ "I have moved" ], "steps": [
              { "id": "floor", "type": "ask", "text": "Which floor?", "answer": { "type": "choice", "options": [ "ground", "first" ] }, "save": "floor",
                "next": [ { "when": "answer == 'ground'", "goto": "easy" }, { "goto": "rooms" } ] },
              { "id": "rooms", "type": "each", "in": "['hall', 'bath']", "as": "room", "collect": { "found": "answers['there'] ? room : 'no ' + room" }, "steps": [
                { "id": "there", "type": "ask", "text": "A socket in the {{ room }}?", "answer": "yes_no" } ] },
              { "id": "look", "type": "run", "flow": "status", "next": "noted" },
              { "id": "easy", "type": "end", "outcome": "resolved", "text": "That is easy." },
              { "id": "noted", "type": "say", "text": "{{ floor }}, {{ found | array.join ' and ' }}." } ] } },
          "stages": [ { "id": "first", "title": "First", "steps": [
            { "id": "lamp", "type": "ask", "text": "Which lamp is on, {{ floor ?? 'somewhere' }}?", "answer": { "type": "choice", "options": [ "green", "red" ] }, "save": "lamp" },
            { "id": "sub", "type": "run", "flow": "place" },
            { "id": "note", "type": "ask", "text": "Anything to add? ({{ lamp }}, {{ floor ?? 'somewhere' }})", "answer": { "type": "number" } },
            { "id": "bye", "type": "end", "outcome": "resolved" },
            { "id": "human", "type": "ask", "text": "Shall somebody call?", "answer": "yes_no" },
            { "id": "called", "type": "end", "outcome": "escalated", "text": "Somebody calls." },
            { "id": "lost", "type": "end", "outcome": "unresolved", "text": "Lost: {{ fallback.reason }}, {{ fallback.step }} ({{ fallback.stage_title }}), {{ fallback.attempts }}." } ] } ] }
        """;

    private const string Status = """
        { "flow": "status", "stages": [ { "id": "s", "title": "Status", "steps": [
            { "id": "sees", "type": "ask", "text": "Does it blink?", "answer": { "type": "yes_no" } },
            { "id": "told", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private const string Place = """
        { "flow": "place", "interrupts": { "why": { "phrases": [ "why do you ask" ], "steps": [ { "id": "because", "type": "say", "text": "To find the socket." } ] } },
          "stages": [ { "id": "s", "title": "Place", "steps": [
            { "id": "room", "type": "ask", "text": "Which room?", "answer": { "type": "choice", "options": [ "kitchen", "bath" ] } },
            { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private static FlowTalk New()
    {
        var talk = new FlowTalk(Router, Status, Place);
        talk.Start().ShouldBe(["Which lamp is on, somewhere?"]);
        return talk;
    }

    [Fact]
    public void Steps_AreGoneThrough_AndTheQuestionIsAskedAgain_WithNothingElseChanged()
    {
        FlowTalk talk = New();
        talk.Say("mauve");
        GuidanceSession before = talk.Session;

        talk.Say("What does it cost?").ShouldBe(["Nothing at all, Mia.", "Which lamp is on, somewhere?"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Interrupted, "lamp", "price"));
        talk.ShouldBeAt(before);
        talk.Session.Attempts.ShouldBe(1);
    }

    [Fact]
    public void Steps_SaveTheFlowsData_ThroughQuestionsLoopsAndFlows()
    {
        FlowTalk talk = New();
        talk.Say("beige");

        talk.Say("I have moved").ShouldBe(["Which floor?"]);
        talk.Session.Attempts.ShouldBe(0);
        talk.Say("first").ShouldBe(["A socket in the hall?"]);
        talk.Say("yes").ShouldBe(["A socket in the bath?"]);
        talk.Say("no").ShouldBe(["Does it blink?"]);
        talk.Say("yes").ShouldBe(["first, hall and no bath.", "Which lamp is on, first?"]);
        talk.Session.Data("floor").ShouldBe(Value.From("first"));
        talk.Session.Attempts.ShouldBe(1);
        talk.Session.Answer("floor").ShouldBe(Value.Null);
    }

    [Fact]
    public void End_AmongTheSteps_LeadsBackToTheQuestion()
    {
        FlowTalk talk = New();
        talk.Say("I have moved");
        talk.Say("ground").ShouldBe(["That is easy.", "Which lamp is on, ground?"]);
        talk.Session.Status.ShouldBe(SessionStatus.Waiting);
        talk.Turn.Messages[0].Kind.ShouldBe(MessageKind.Say);
    }

    [Fact]
    public void Interrupt_OfTheFlowThatWaits_SavesThere()
    {
        FlowTalk talk = New();
        talk.Say("red").ShouldBe(["Which room?"]);
        talk.Say("why do you ask").ShouldBe(["To find the socket.", "Which room?"]);
        talk.Say("I have moved").ShouldBe(["Which floor?"]);
        talk.Say("ground").ShouldBe(["That is easy.", "Which room?"]);
        talk.Say("bath").ShouldBe(["Anything to add? (red, ground)"]);
    }

    [Fact]
    public void Interrupt_DoesNotNestInItself_ButAnotherOneDoes()
    {
        FlowTalk talk = New();
        talk.Say("I have moved").ShouldBe(["Which floor?"]);
        talk.Say("I have moved");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Say("what does it cost").ShouldBe(["Nothing at all, Mia.", "Which floor?"]);
        talk.Session.Attempts.ShouldBe(1);
        talk.Say("ground").ShouldBe(["That is easy.", "Which lamp is on, ground?"]);
    }

    [Fact]
    public void WhatIsNotUnderstood_FallsBackAsTheQuestionDoes()
    {
        FlowTalk talk = New();
        talk.Say("I have moved");
        talk.Say("a");
        talk.Say("b");
        talk.Say("c").ShouldBe(["Lost: attempts, floor (Router), 3."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Unresolved);
    }

    [Fact]
    public void Person_IsCalledWhereTheFlowSays()
    {
        FlowTalk talk = New();
        talk.Say("I have moved");
        talk.Command(SessionCommand.Person).ShouldBe(["Shall somebody call?"]);
        talk.Session.State.Caller.ShouldBeNull();
        talk.Say("yes").ShouldBe(["Somebody calls."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Fact]
    public void WhatTheStepsSaved_StaysHoweverTheyAreLeft()
    {
        foreach (Action<FlowTalk> leave in (Action<FlowTalk>[])[talk => talk.Command(SessionCommand.Person), talk => { talk.Say("a"); talk.Say("b"); talk.Say("c"); }])
        {
            FlowTalk talk = New();
            talk.Say("red");
            talk.Say("I have moved");
            talk.Say("first").ShouldBe(["A socket in the hall?"]);
            leave(talk);
            talk.Session.State.Caller.ShouldBeNull();
            talk.Session.Data("floor").ShouldBe(Value.From("first"));
        }
    }

    [Fact]
    public void Restart_BeginsTheSessionAgain()
    {
        FlowTalk talk = New();
        talk.Say("I have moved");
        talk.Command(SessionCommand.Restart).ShouldBe(["Which lamp is on, somewhere?"]);
        talk.Say("I have moved").ShouldBe(["Which floor?"]);
    }

    [Fact]
    public void Back_LeavesTheInterrupt_AndTakesBackWhatItSaved()
    {
        FlowTalk talk = New();
        talk.Say("I have moved");
        GuidanceSession asked = talk.Session;
        talk.Say("first");
        talk.Back().ShouldBe(["Which floor?"]);
        talk.ShouldBeAt(asked);
        talk.Say("ground");
        talk.Back().ShouldBe(["Which floor?"]);
        talk.Session.Data("floor").ShouldBe(Value.Null);
    }

    [Fact]
    public void Correction_OfAnAnswerBefore_GoesOnWhereTheInterruptIs()
    {
        FlowTalk talk = New();
        talk.Say("red");
        talk.Say("bath");
        talk.Say("I have moved");
        talk.Correct("lamp", "green");
        talk.Session.Data("lamp").ShouldBe(Value.From("green"));
        talk.Session.Status.ShouldBe(SessionStatus.Waiting);
    }

    [Fact]
    public void KnownAnswer_IsNotAskedFor()
    {
        var talk = new FlowTalk(Router, Status, Place);
        talk.Start(known: new() { ["floor"] = Value.From("ground") }).ShouldBe(["Which lamp is on, somewhere?"]);
        talk.Say("I have moved").ShouldBe(["That is easy.", "Which lamp is on, ground?"]);
    }

    [Fact]
    public void KnownAnswer_IsUsedOnce_HoweverOftenTheInterruptIsAskedFor()
    {
        var talk = new FlowTalk(Router, Status, Place);
        talk.Start(known: new() { ["floor"] = Value.From("ground") });
        talk.Say("I have moved").ShouldBe(["That is easy.", "Which lamp is on, ground?"]);
        talk.Say("I have moved").ShouldBe(["Which floor?"]);
    }

    [Theory]
    [InlineData("step", "\"floor\"", "The snapshot waits at 'floor', which is no question or stands in other loops.")]
    [InlineData("answers", "{\"floor\":\"ground\"}", "The snapshot has an answer to 'floor', which is no question there.")]
    [InlineData("callers", """[{"runs":"router","step":"note","interruption":{"flow":"router","id":"nothing"}}]""", "The snapshot's question 'note' is interrupted by 'nothing', which cannot be there.")]
    [InlineData("callers", """[{"runs":"status","step":"note","interruption":{"flow":"router","id":"moved"}}]""", "The snapshot's question 'note' is interrupted by 'moved', which cannot be there.")]
    [InlineData("callers", """[{"runs":"router","step":"floor","interruption":{"flow":"router","id":"moved"}}]""", "The snapshot waits at 'floor' for the flow 'router', which does not run there.")]
    public void Snapshot_ThatIsAmongTheStepsWithoutTheInterrupt_IsRefused(string member, string value, string message)
    {
        FlowTalk talk = New();
        talk.Say("red");
        talk.Say("bath");
        JsonObject json = JsonNode.Parse(SessionSnapshot.Write(talk.Session))!.AsObject();
        JsonObject changed = member == "callers" ? new JsonObject([.. json.Take(5).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())), KeyValuePair.Create(member, JsonNode.Parse(value)), .. json.Skip(5).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))]) : json;
        changed[member] = JsonNode.Parse(value);
        SnapshotReadResult read = SessionSnapshot.Read(talk.Session.Flow, Encoding.UTF8.GetBytes(changed.ToJsonString()));
        (read.Problem, read.Message).ShouldBe((SnapshotProblem.Malformed, message));
    }

    [Fact]
    public void Texts_AreTranslatedWithTheFlows()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText(
            "f.json",
            """
            { "flow": "f", "locales": [ "en", "zh-CN" ], "fallback": { "goto": "bye" }, "interrupts": { "price": { "phrases": [ "what does it cost" ], "steps": [ { "id": "free", "type": "say", "text": "Nothing." } ] } },
              "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "Is it on?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """).WithTranslation(TranslationSource.FromText(
            "f.zh-CN.json",
            """
            { "flow": "f", "locale": "zh-CN", "interrupts": { "price": { "phrases": { "of": "f9d49f13", "text": [ "多少钱" ] } } },
              "steps": { "q": { "text": { "of": "6aded0ff", "text": "开了吗？" } }, "free": { "text": { "of": "b413130f", "text": "不要钱。" } } } }
            """))).GetOrThrow();
        var talk = new Conversation(flow, new StartRequest { SessionId = "s", Locale = "zh-CN" });
        talk.Say("请问多少钱").Said.ShouldBe(["不要钱。", "开了吗？"]);
    }
}
