using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>What happens when customers say nothing.</summary>
public sealed class SilenceTests
{
    private const string Silence = """ "silence": { "remind_after": "PT5M", "texts": [ "Still there, {{ step.id }}?", "I am here." ], "give_up_after": "PT30M" }""";

    private static string Flow(string silence, string own = "", string more = "") => $$"""
        { "flow": "f", "fallback": { "goto": "file" }, {{silence}}{{(silence.Length > 0 ? "," : "")}}{{more}}
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "{{ "{{" }} fallback.reason {{ "}}" }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no"{{own}} },
            { "id": "two", "type": "ask", "text": "Two?", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
        """;

    private static FlowTalk Talk(string silence, string own = "", string more = "")
    {
        var talk = new FlowTalk(Flow(silence, own, more));
        talk.Start(inputs: false);
        return talk;
    }

    [Fact]
    public void Customers_AreRemindedInOrder_AndThenTheQuestionIsGivenUp()
    {
        FlowTalk talk = Talk(Silence);
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);
        talk.Advance("PT4M59S").ShouldBeEmpty();
        talk.Advance("PT1S").ShouldBe(["Still there, one?"]);
        talk.Turn.Messages[0].Kind.ShouldBe(MessageKind.Reminder);
        talk.Timers.ShouldBe(["remind:5", "give_up:25"]);
        talk.Advance("PT5M").ShouldBe(["I am here."]);
        talk.Timers.ShouldBe(["give_up:20"]);
        talk.Advance("PT20M").ShouldBe(["Filed."]);
        (talk.Session.Status, talk.Session.Outcome).ShouldBe((SessionStatus.Ended, SessionOutcome.Escalated));
        Ticket ticket = talk.Turn.Effects.OfType<FileTicketEffect>().ShouldHaveSingleItem().Ticket;
        (ticket.Fallback!.Reason, ticket.Fallback.Step, ticket.Body).ShouldBe((FallbackReason.Silence, "one", "silence"));
        talk.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void WhoeverSaysAnything_IsNotSilent()
    {
        FlowTalk talk = Talk(Silence);
        talk.Advance("PT12M").Count().ShouldBe(2);
        talk.Say("what?");
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);
        talk.Advance("PT5M").ShouldBe(["Still there, one?"]);
        talk.Say("yes").ShouldBe(["Two?"]);
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);
        talk.Advance("PT5M").ShouldBe(["Still there, two?"]);
        talk.Command(SessionCommand.Repeat);
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);
    }

    [Fact]
    public void Reminders_CostNoAttempts_AndAreNotTakenBack()
    {
        FlowTalk talk = Talk(Silence);
        talk.Say("what?");
        talk.Advance("PT10M");
        talk.Session.Attempts.ShouldBe(1);
        talk.Say("yes");
        talk.Advance("PT5M");
        talk.Back().ShouldBe(["One?"]);
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);
    }

    [Fact]
    public void WithoutTexts_TheQuestionIsAskedAgainOnce()
    {
        FlowTalk talk = Talk(""" "silence": { "remind_after": "PT1M" }""");
        talk.Advance("P1D").ShouldBe(["One?"]);
        talk.Timers.ShouldBeEmpty();
        talk.Say("yes").ShouldBe(["Two?"]);
    }

    [Fact]
    public void Step_SaysItBeforeItsStage_AndThatBeforeTheFlow()
    {
        FlowTalk talk = Talk(Silence, own: """, "silence": { "give_up_after": "PT1H", "goto": "bye" }""");
        talk.Timers.ShouldBe(["give_up:60"]);
        talk.Advance("PT1H").ShouldBe(["Bye."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Resolved);

        var stage = new FlowTalk(Flow(Silence).Replace("\"id\": \"s\",", "\"id\": \"s\", \"silence\": { \"give_up_after\": \"PT2M\" },", StringComparison.Ordinal));
        stage.Start(inputs: false);
        stage.Timers.ShouldBe(["give_up:2"]);
        stage.Advance("PT2M").ShouldBe(["Filed."]);
    }

    [Fact]
    public void ReminderThatComesLate_PutsOffWhatFollows()
    {
        FlowTalk talk = Talk(Silence);
        SessionTimer remind = talk.Session.Timers.First(timer => timer.Id == SessionTimer.Remind);
        talk.Now += TimeSpan.FromHours(3);
        talk.Fire(remind).ShouldBe(["Still there, one?"]);
        talk.Timers.ShouldBe(["remind:5", "give_up:25"]);
    }

    [Fact]
    public void TimerThatIsSkippedWhenLate_CountsTheSilenceAnew()
    {
        FlowTalk talk = Talk(Silence[..^1] + ", \"late\": \"skip\" }");
        SessionTimer remind = talk.Session.Timers.First(timer => timer.Id == SessionTimer.Remind);
        talk.Now = remind.Due + TimeSpan.FromMinutes(1);
        talk.Fire(remind).ShouldBe(["Still there, one?"], "a minute is not late");

        SessionTimer second = talk.Session.Timers.First(timer => timer.Id == SessionTimer.Remind);
        talk.Now = second.Due + TimeSpan.FromSeconds(61);
        talk.Fire(second).ShouldBeEmpty();
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.TimerSkipped, "one", "remind"));
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);

        SessionTimer giveUp = talk.Session.Timers.First(timer => timer.Id == SessionTimer.GiveUp);
        talk.Now = giveUp.Due + TimeSpan.FromHours(1);
        talk.Fire(giveUp).ShouldBeEmpty();
        talk.Session.Status.ShouldBe(SessionStatus.Waiting);
        talk.Timers.ShouldBe(["remind:5", "give_up:30"]);
    }

    [Fact]
    public void TimerOfAnotherVisit_OrNotDueYet_ChangesNothing()
    {
        FlowTalk talk = Talk(Silence);
        SessionTimer[] old = [.. talk.Session.Timers];
        byte[] before = SessionSnapshot.Write(talk.Session);
        talk.Fire(old[0]);
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Early));
        SessionSnapshot.Write(talk.Session).ShouldBe(before);

        talk.Say("yes");
        before = SessionSnapshot.Write(talk.Session);
        talk.Now += TimeSpan.FromHours(1);
        foreach (SessionTimer timer in old)
        {
            talk.Fire(timer);
            (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Late));
        }

        talk.Fire(new SessionTimer("nothing", talk.Session.Visit, default));
        talk.Turn.Reason.ShouldBe(TurnReason.Late);
        SessionSnapshot.Write(talk.Session).ShouldBe(before);
    }

    [Fact]
    public void Session_ExpiresWhenNobodyGoesOn_WhateverTimersFire()
    {
        FlowTalk talk = Talk(Silence.Replace(", \"give_up_after\": \"PT30M\"", string.Empty, StringComparison.Ordinal), more: """ "expiry": { "after": "P1D", "text": "We closed this, {{ session.id }}." }, """);
        talk.Advance("PT23H").Count().ShouldBe(2);
        talk.Say("yes").ShouldBe(["Two?"]);
        talk.Timers.ShouldBe(["remind:5", "expiry:1440"]);
        talk.Advance("PT23H59M").Count().ShouldBe(2);
        talk.Advance("PT1M").ShouldBe(["We closed this, s."]);
        (talk.Session.Status, talk.Session.Outcome).ShouldBe((SessionStatus.Ended, SessionOutcome.Abandoned));
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Expired, "two"));
    }

    [Fact]
    public void Silence_InAnInterrupt_LeadsWhereTheQuestionsFallbackLeads()
    {
        FlowTalk talk = Talk(Silence.Replace("\"PT30M\"", "\"PT30M\", \"goto\": \"bye\"", StringComparison.Ordinal), more: """ "interrupts": { "why": { "phrases": [ "why" ], "steps": [ { "id": "sure", "type": "ask", "text": "Sure?", "answer": "yes_no" } ] } }, """);
        talk.Say("why").ShouldBe(["Sure?"]);
        talk.Advance("PT5M").ShouldBe(["Still there, sure?"]);
        talk.Advance("PT25M").Last().ShouldBe("Filed.");
    }

    [Fact]
    public void Confirming_IsRemindedOf()
    {
        FlowTalk talk = Talk(""" "silence": { "remind_after": "PT1M" }""", own: """, "confirm": "{{ answer }}, right?" """);
        talk.Say("yes").ShouldBe(["true, right?"]);
        talk.Advance("PT1M").ShouldBe(["true, right?"]);
        talk.Say("yes").ShouldBe(["Two?"]);
    }

    [Fact]
    public void FlowWithoutIt_HasNoTimers() => Talk("").Session.Timers.ShouldBeEmpty();

    [Theory]
    [InlineData("""{ }""", "GF0006", "Nothing happens at this silence.")]
    [InlineData("""{ "texts": [ "a" ], "give_up_after": "PT1M" }""", "GF0003", "Without a 'remind_after' nobody is reminded.")]
    [InlineData("""{ "remind_after": "PT1M", "goto": "bye" }""", "GF0003", "Without a 'give_up_after' the question is never given up.")]
    [InlineData("""{ "remind_after": "PT5M", "texts": [ "a", "b" ], "give_up_after": "PT10M" }""", "GF0007", "The question is given up after PT10M, but the last reminder comes after PT10M.")]
    [InlineData("""{ "remind_after": "PT0S" }""", "GF0007", "must be longer than nothing")]
    [InlineData("""{ "remind_after": "5 minutes" }""", "GF0007", "is not a length of time")]
    [InlineData("""{ "give_up_after": "P99999D" }""", "GF0007", "longer than ten years")]
    [InlineData("""{ "give_up_after": "PT1M", "goto": "nowhere" }""", "GF0104", "no such step")]
    [InlineData("""{ "give_up_after": "PT1M", "late": "never" }""", "GF0007", "late policy")]
    public void Mistake_IsFound(string silence, string code, string message)
    {
        foreach (string text in (string[])[Flow($"\"silence\": {silence}"), Flow(string.Empty, $", \"silence\": {silence}")])
        {
            CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("f.json", text));
            Diagnostic found = result.Diagnostics.ShouldHaveSingleItem();
            (found.Code + " " + found.Message).ShouldStartWith(code);
            found.Message.ShouldContain(message);
        }
    }

    [Fact]
    public void TurnThatFails_IsNotTheCustomers_AndPutsNoExpiryOff()
    {
        var talk = new FlowTalk("""
            { "flow": "f", "fallback": { "goto": "ask" }, "expiry": { "after": "P1D" }, "data": { "list": { "type": "list of text", "default": [] } },
              "stages": [ { "id": "s", "steps": [
                { "id": "pause", "type": "wait", "text": "Wait.", "for": "PT1H" },
                { "id": "said", "type": "say", "text": "{{ list[5].size + 1 }}" },
                { "id": "ask", "type": "ask", "text": "Ask?", "answer": "yes_no", "fallback": { "goto": "bye" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        DateTimeOffset expires = talk.Now.AddDays(1);
        talk.Now += TimeSpan.FromHours(1);
        Turn turn = GuidanceEngine.Step(talk.Session.Flow, talk.Session, new TimerInput(SessionTimer.Wait, talk.Session.Timers[0].Visit), talk.Now);
        (turn.Error is null, turn.Session.Step!.Id).ShouldBe((false, "ask"));
        turn.Session.Timers.ShouldBe([new SessionTimer(SessionTimer.Expiry, 0, expires)]);
    }

    [Fact]
    public void Session_ExpiresAlsoWhereWhatWouldBeSaidFails()
    {
        var talk = new FlowTalk("""
            { "flow": "f", "fallback": { "goto": "bye" }, "expiry": { "after": "P1D", "text": "{{ list[5].size + 1 }}" }, "data": { "list": { "type": "list of text", "default": [] } },
              "stages": [ { "id": "s", "steps": [ { "id": "ask", "type": "ask", "text": "Ask?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Now += TimeSpan.FromDays(1);
        Turn turn = GuidanceEngine.Step(talk.Session.Flow, talk.Session, new TimerInput(SessionTimer.Expiry, 0), talk.Now);
        (turn.Session.Outcome, turn.Messages.IsEmpty, turn.Error is null).ShouldBe((SessionOutcome.Abandoned, true, false));
    }
}
