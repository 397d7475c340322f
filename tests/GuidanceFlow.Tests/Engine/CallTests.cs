using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Steps that have the host do something.</summary>
public sealed class CallTests
{
    private const string OnError = """ "on_error": [ { "when": "error.code == 'gone'", "goto": "gone" }, { "goto": "file" } ] """;

    private static string Flow(string call, string action = "") => $$"""
        { "flow": "f", "fallback": { "goto": "file" },
          "actions": { "order.find": { {{(action.Length > 0 ? action : """ "with": { "number": "text", "deep": { "type": "boolean", "default": false }, "note": { "type": "text", "optional": true } }, "returns": { "state": "text", "days": { "type": "integer", "optional": true } }, "errors": [ "gone" ] """)}} } },
          "data": { "number": { "type": "text", "default": "?" }, "state": { "type": "text", "default": "unknown" }, "days": { "type": "integer", "optional": true } },
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "{{ "{{" }} error.code ?? 'none' {{ "}}" }}, {{ "{{" }} error.message ?? 'none' {{ "}}" }}, {{ "{{" }} error.step {{ "}}" }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "which", "type": "ask", "text": "Which?", "answer": "text", "save": "number" },
            { "id": "find", "type": "call", "action": "order.find", {{call}} },
            { "id": "more", "type": "ask", "text": "It is {{ "{{" }} state {{ "}}" }}, {{ "{{" }} days ?? '-' {{ "}}" }}. More?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "which" }, { "goto": "bye" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "gone", "type": "end", "outcome": "unresolved", "text": "Gone." },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
        """;

    private const string Find = """ "with": { "number": "number" }, "save": { "state": "state", "days": "days" }, "text": "One moment." """;

    private static FlowTalk Talk(string call)
    {
        var talk = new FlowTalk(Flow(call.Contains("on_error", StringComparison.Ordinal) ? call : call + "," + OnError));
        talk.Start(inputs: false);
        talk.Say("A7");
        return talk;
    }

    [Fact]
    public void Expiry_ThatIsSkipped_LeavesTheActionUnderWay_AndItsRetry()
    {
        FlowTalk Begin()
        {
            var talk = new FlowTalk("""
                { "flow": "f", "fallback": { "goto": "lost" }, "expiry": { "after": "PT10M", "late": "skip" }, "actions": { "a": {} },
                  "stages": [ { "id": "s", "steps": [
                    { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no" },
                    { "id": "call", "type": "call", "action": "a", "retries": { "times": 2, "after": "PT1H" } },
                    { "id": "two", "type": "ask", "text": "Two?", "answer": "yes_no" },
                    { "id": "bye", "type": "end", "outcome": "resolved" },
                    { "id": "lost", "type": "end", "outcome": "escalated", "text": "Lost." } ] } ] }
                """);
            talk.Start(inputs: false);
            talk.Say("yes").ShouldBeEmpty();
            return talk;
        }

        FlowTalk talk = Begin();
        ActionCall call = talk.Call;
        talk.Now += TimeSpan.FromMinutes(20);
        talk.Fire(talk.Session.Timers.ShouldHaveSingleItem()).ShouldBeEmpty();
        talk.Session.Status.ShouldBe(SessionStatus.Busy);
        talk.End(call, ActionResult.Done()).ShouldBe(["Two?"]);

        talk = Begin();
        talk.End(talk.Call, ActionResult.Failed(ActionErrors.Failed)).ShouldBeEmpty();
        DateTimeOffset again = talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Retry).Due;
        talk.Now += TimeSpan.FromMinutes(20);
        talk.Fire(talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Expiry)).ShouldBeEmpty();
        talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Retry).Due.ShouldBe(again);
        talk.Now = again;
        talk.Fire(talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Retry));
        talk.End(talk.Call, ActionResult.Done()).ShouldBe(["Two?"]);
    }

    [Fact]
    public void Call_LeavesAsAnEffect_AndItsResultComesBackAsAnInput()
    {
        FlowTalk talk = Talk(Find);
        talk.Turn.Messages.Select(message => message.Text).ShouldBe(["One moment."]);
        (talk.Session.Status, talk.Session.Step!.Id).ShouldBe((SessionStatus.Busy, "find"));
        ActionCall call = talk.Call;
        (call.Id, call.Action, call.Attempt, call.Timeout, call.Repeatable, call.Step, call.SessionId).ShouldBe(("s:2:0", "order.find", 1, TimeSpan.FromSeconds(10), true, "find", "s"));
        call.Arguments.ShouldBe([KeyValuePair.Create("number", Value.From("A7")), KeyValuePair.Create("deep", Value.False), KeyValuePair.Create("note", Value.Null)]);
        talk.End(call, ActionResult.Done(("state", Value.From("on its way")), ("days", Value.From(2)))).ShouldBe(["It is on its way, 2. More?"]);
        talk.Session.Status.ShouldBe(SessionStatus.Waiting);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.ActionEnded, "find", "order.find"));
    }

    [Fact]
    public void WhileItIsUnderWay_EverythingElseIsRefused()
    {
        FlowTalk talk = Talk(Find);
        ActionCall call = talk.Call;
        byte[] before = SessionSnapshot.Write(talk.Session);
        talk.Say("hello?");
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Busy));
        talk.Command(SessionCommand.Cancel);
        talk.Turn.Reason.ShouldBe(TurnReason.Busy);
        talk.Correct("which", "B8");
        talk.Turn.Reason.ShouldBe(TurnReason.Busy);
        talk.Signal("x");
        talk.Turn.Reason.ShouldBe(TurnReason.Busy);
        talk.End(call with { Id = "s:1:0" }, ActionResult.Done());
        talk.Turn.Reason.ShouldBe(TurnReason.Late);
        talk.End(call with { Attempt = 2 }, ActionResult.Done());
        talk.Turn.Reason.ShouldBe(TurnReason.Late);
        SessionSnapshot.Write(talk.Session).ShouldBe(before);

        talk.End(call, ActionResult.Done(("state", Value.From("here"))));
        talk.End(call, ActionResult.Done(("state", Value.From("there"))));
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Late));
    }

    [Fact]
    public void Error_TakesItsWay()
    {
        FlowTalk talk = Talk(Find);
        talk.End(talk.Call, ActionResult.Failed("gone", "No such order.")).ShouldBe(["Gone."]);

        talk = Talk(Find);
        talk.End(talk.Call, ActionResult.Failed("timeout")).ShouldBe(["Filed."]);
        Ticket ticket = talk.Turn.Effects.OfType<FileTicketEffect>().ShouldHaveSingleItem().Ticket;
        ticket.Body.ShouldBe("timeout, none, find");
        ticket.Fallback.ShouldBeNull("the flow deals with it");
    }

    [Fact]
    public void ErrorThatTheFlowDoesNotDeclare_IsAFailure()
    {
        FlowTalk talk = Talk(Find);
        talk.End(talk.Call, ActionResult.Failed("out_of_memory", "Oh."));
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe("failed, Oh., find");
    }

    [Fact]
    public void WithoutAWayForErrors_TheFallbackIsTaken()
    {
        var talk = new FlowTalk(Flow(Find).Replace("{ \"id\": \"gone\"", "{ \"id\": \"gone\", \"when\": \"false\"", StringComparison.Ordinal).Replace("\"goto\": \"bye\"", "\"goto\": \"gone\"", StringComparison.Ordinal).Replace("{ \"id\": \"bye\", \"type\": \"end\", \"outcome\": \"resolved\", \"text\": \"Bye.\" },", string.Empty, StringComparison.Ordinal));
        talk.Start(inputs: false);
        talk.Say("A7");
        talk.End(talk.Call, ActionResult.Failed("gone")).ShouldBe(["Filed."]);
        FallbackInfo fallback = talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Fallback!;
        (fallback.Reason, fallback.Step).ShouldBe((FallbackReason.Error, "find"));
    }

    [Theory]
    [InlineData("state", 5, "'state' must be a text, but is 5.")]
    [InlineData("days", 5, "'state' is missing.")]
    public void WhatDoesNotFitTheDeclaration_IsAnError(string name, int value, string message)
    {
        FlowTalk talk = Talk(Find);
        talk.End(talk.Call, ActionResult.Done((name, Value.From(value))));
        talk.Turn.Effects.OfType<FileTicketEffect>().Single().Ticket.Body.ShouldBe($"invalid_result, {message}, find");
    }

    [Fact]
    public void FailedAction_IsTriedAgain_EverMoreSeldom_WithTheSameKeyAndValues()
    {
        FlowTalk talk = Talk(Find + """, "retries": { "times": 2, "after": "PT2S" }, "timeout": "PT3S" """);
        ActionCall first = talk.Call;
        first.Timeout.ShouldBe(TimeSpan.FromSeconds(3));
        talk.End(first, ActionResult.Failed("failed")).ShouldBeEmpty();
        talk.Session.Status.ShouldBe(SessionStatus.Busy);
        talk.End(first, ActionResult.Done(("state", Value.From("late"))));
        talk.Turn.Reason.ShouldBe(TurnReason.Late, "it has ended already");
        talk.Say("hello?");
        talk.Turn.Reason.ShouldBe(TurnReason.Busy);
        talk.Session.Timers.ShouldHaveSingleItem().Due.ShouldBe(talk.Now.AddSeconds(2));
        talk.Advance("PT2S");
        ActionCall second = talk.Call;
        second.ShouldBe(first with { Attempt = 2 });
        talk.Turn.Effects.Single().Id.ShouldBe("s:4:0", "an effect of its own");
        talk.End(second, ActionResult.Failed("failed"));
        talk.Session.Timers.ShouldHaveSingleItem().Due.ShouldBe(talk.Now.AddSeconds(4));
        talk.Advance("PT4S");
        talk.Call.Attempt.ShouldBe(3);
        talk.End(talk.Call, ActionResult.Failed("failed")).ShouldBe(["Filed."]);
    }

    [Theory]
    [InlineData("gone", false)]
    [InlineData("interrupted", false)]
    [InlineData("invalid_result", false)]
    [InlineData("timeout", true)]
    [InlineData("failed", true)]
    [InlineData("out_of_memory", true)]
    public void OnlyWhatMayBeOtherwiseTheNextTime_IsTriedAgain(string error, bool again)
    {
        FlowTalk talk = Talk(Find + """, "retries": 1 """);
        talk.End(talk.Call, ActionResult.Failed(error));
        (talk.Session.Status == SessionStatus.Busy).ShouldBe(again);
    }

    [Fact]
    public void Back_LeadsToTheQuestionBeforeACall_ThatMayBeRepeated()
    {
        FlowTalk talk = Talk(Find);
        talk.End(talk.Call, ActionResult.Done(("state", Value.From("here"))));
        talk.Back().ShouldBe(["Which?"]);
        talk.Say("B8");
        talk.Call.Argument("number").ShouldBe(Value.From("B8"));
        talk.Call.Id.ShouldBe("s:5:0");
    }

    [Fact]
    public void NothingIsTakenBack_BehindACallThatMustNotBeRepeated()
    {
        FlowTalk talk = Talk(Find + """, "repeatable": false """);
        talk.Call.Repeatable.ShouldBeFalse();
        talk.End(talk.Call, ActionResult.Done(("state", Value.From("here"))));
        talk.Back();
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Barrier));
    }

    [Fact]
    public void Call_InAFlowThatIsRun_KeepsItsError_ForTheFlowThatRunsIt()
    {
        var talk = new FlowTalk(
            """
            { "flow": "a", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "sub", "type": "run", "flow": "b" }, { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ error.code ?? 'none' }} of {{ error.action }}" } ] } ] }
            """,
            """{ "flow": "b", "actions": { "x": { } }, "stages": [ { "id": "s", "steps": [ { "id": "do", "type": "call", "action": "x", "on_error": "@next" }, { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }""");
        talk.Start(inputs: false);
        talk.Session.Status.ShouldBe(SessionStatus.Busy);
        talk.End(talk.Call, ActionResult.Failed("timeout")).ShouldBe(["timeout of x"]);
    }

    [Fact]
    public void SessionThatExpiresMeanwhile_IsOver()
    {
        var talk = new FlowTalk(Flow(Find + "," + OnError).Replace("\"flow\": \"f\",", "\"flow\": \"f\", \"expiry\": { \"after\": \"PT1H\" },", StringComparison.Ordinal));
        talk.Start(inputs: false);
        talk.Say("A7");
        ActionCall call = talk.Call;
        talk.Advance("PT1H");
        talk.Session.Status.ShouldBe(SessionStatus.Ended);
        talk.End(call, ActionResult.Done(("state", Value.From("here"))));
        talk.Turn.Reason.ShouldBe(TurnReason.Ended);
    }

    [Theory]
    [InlineData(""" "with": { "number": "number", "colour": "'red'" } """, "", "GF0103", "The action 'order.find' takes no 'colour'.")]
    [InlineData(""" "with": { "numbr": "number" } """, "", "GF0103", "Did you mean 'number'?")]
    [InlineData(""" "with": { } """, "", "GF0112", "needs 'number' (text)")]
    [InlineData(""" "with": { "number": "5" } """, "", "GF0203", "")]
    [InlineData(""" "with": { "number": "number" }, "save": { "state": "stat" } """, "", "GF0103", "Did you mean 'state'?")]
    [InlineData(""" "with": { "number": "number" }, "save": { "nothing": "state" } """, "", "GF0103", "There is no datum 'nothing'.")]
    [InlineData(""" "with": { "number": "number" }, "save": { "days": "state" } """, "", "GF0203", "What the action gives back does not fit")]
    [InlineData(""" "with": { "number": "number" }, "save": { "state": "state" } """, """ "with": { "number": "text" }, "returns": { "state": { "type": "text", "optional": true } }, "errors": [ "gone" ] """, "GF0203", "The action need not give back 'state'")]
    [InlineData(""" "with": { "number": "number" } """, """ "with": { "number": "text" }, "errors": [ "gone", "timeout" ] """, "GF0102", "Every action may end with 'timeout'.")]
    [InlineData(""" "with": { "number": "number" }, "on_error": [ { "when": "error.code == 'gon'", "goto": "gone" }, { "goto": "file" } ] """, "", "GF0203", "gon")]
    [InlineData(""" "with": { "number": "number" }, "on_error": [ { "when": "error.code == 'gone'", "goto": "gone" } ] """, "", "GF0105", "When no guard of 'find' is true, nothing is next.")]
    [InlineData(""" "with": { "number": "number" }, "on_error": "nowhere" """, "", "GF0104", "no such step")]
    [InlineData(""" "with": { "number": "number" }, "timeout": "PT3M" """, "", "GF0007", "An action may take 2 minutes.")]
    [InlineData(""" "with": { "number": "number" }, "retries": 21 """, "", "GF0007", "from 1 to 20")]
    [InlineData(""" "with": { "number": "number" }, "retries": 2, "repeatable": false """, "", "GF0003", "What must not be done twice is not tried again.")]
    public void Mistake_IsFound(string call, string action, string code, string message)
    {
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(call.Contains("on_error", StringComparison.Ordinal) ? call : call + "," + OnError, action)));
        string[] found = [.. result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => $"{finding.Code} {finding.Message}")];
        found.ShouldContain(finding => finding.StartsWith(code, StringComparison.Ordinal) && finding.Contains(message, StringComparison.Ordinal), string.Join('\n', found));
    }

    [Fact]
    public void UnknownAction_IsFound() =>
        FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(Find + "," + OnError).Replace("\"action\": \"order.find\"", "\"action\": \"order.fnd\"", StringComparison.Ordinal)))
            .Diagnostics.ShouldContain(found => found.Message == "There is no action 'order.fnd'. Declare it under 'actions'. Did you mean 'order.find'?");

    [Fact]
    public void CycleOfActionsAlone_WouldNeverStop() =>
        FlowCompiler.Compile(FlowSource.FromText("f.json", """{ "flow": "f", "actions": { "x": { } }, "fallback": { "goto": "e" }, "stages": [ { "id": "s", "steps": [ { "id": "a", "type": "call", "action": "x", "on_error": "a", "next": "e" }, { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }"""))
            .Diagnostics.ShouldContain(found => found.Code == "GF0303");

    [Fact]
    public void Restart_ForgetsTheError()
    {
        var talk = new FlowTalk("""
            { "flow": "f", "fallback": { "goto": "lost" }, "actions": { "a": { "errors": [ "gone" ] } },
              "stages": [ { "id": "s", "steps": [
                { "id": "one", "type": "ask", "text": "One, {{ error.code ?? 'none' }}?", "answer": "yes_no" },
                { "id": "call", "type": "call", "action": "a", "on_error": "two" },
                { "id": "two", "type": "ask", "text": "Two, {{ error.code ?? 'none' }}?", "answer": "yes_no" },
                { "id": "bye", "type": "end", "outcome": "resolved" },
                { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Say("yes");
        talk.End(talk.Call, ActionResult.Failed("gone")).ShouldBe(["Two, gone?"]);
        talk.Command(GuidanceFlow.Commands.SessionCommand.Restart).ShouldBe(["One, none?"]);
    }

    [Fact]
    public void Pauses_AreNeverLongerThanAnHour()
    {
        FlowTalk talk = Talk(Find + """, "retries": { "times": 3, "after": "PT40M" } """);
        foreach (int minutes in new[] { 40, 60, 60 })
        {
            talk.End(talk.Call, ActionResult.Failed("failed"));
            talk.Timers.ShouldBe([$"retry:{minutes}"]);
            talk.Advance($"PT{minutes}M");
        }
    }
}
