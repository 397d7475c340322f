using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Rehearsals;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Testing.Tests;

public sealed class RehearsalTests
{
    private const string Flow = """
        { "flow": "order", "fallback": { "goto": "lost" }, "expiry": { "after": "P1D", "text": "Closed." },
          "silence": { "remind_after": "PT5M", "texts": [ "Still there?", "I wait here." ], "give_up_after": "PT30M" },
          "signals": { "payment": { "type": "object", "fields": { "amount": "number" } } },
          "actions": { "order.find": { "with": { "number": "text" }, "returns": { "state": "text" }, "errors": [ "unknown_order" ] } },
          "data": { "number": "text", "state": "text", "paid": { "type": "object", "fields": { "amount": "number" }, "optional": true } },
          "stages": [ { "id": "s", "steps": [
            { "id": "which", "type": "ask", "text": "Which order?", "answer": "text", "save": "number" },
            { "id": "find", "type": "call", "action": "order.find", "with": { "number": "number" }, "save": { "state": "state" }, "text": "One moment.", "timeout": "PT5S", "retries": 2 },
            { "id": "told", "type": "say", "text": "It is {{ state }}." },
            { "id": "pay", "type": "wait", "text": "Please pay it.", "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT1H", "goto": "lost" } },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ paid.amount ?? 0 }} paid, thank you." },
            { "id": "lost", "type": "end", "outcome": "unresolved", "text": "Until later." } ] } ] }
        """;

    private static readonly DateTimeOffset Nine = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WithoutResults_TheCallWaitsForItsEnd()
    {
        Rehearsal rehearsal = Started();
        rehearsal.Call.ShouldBeNull();

        RehearsalStep begun = rehearsal.Take(new AnswerInput("A7"));

        (begun.Reply.Status, begun.Reply.Messages[0].Text).ShouldBe((SessionStatus.Busy, "One moment."));
        rehearsal.Call!.Argument("number").ShouldBe(Value.From("A7"));
        rehearsal.Take(new AnswerInput("hello?")).Reply.Reason.ShouldBe(TurnReason.Busy);
        rehearsal.Call.ShouldNotBeNull();
        rehearsal.End(ActionResult.Done(("state", Value.From("here")))).Reply.Messages.Select(message => message.Text).ShouldBe(["It is here.", "Please pay it."]);
        rehearsal.Call.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => rehearsal.End(ActionResult.Done()));
        rehearsal.Journal.Select(entry => entry.Kind).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Answer, JournalEntryKind.Action]);
    }

    [Fact]
    public void Resumed_ASessionBegunElsewhere_GoesOn()
    {
        Rehearsal before = Started();
        before.Take(new AnswerInput("A7"));
        var rehearsal = new Rehearsal(before.Flow);

        RehearsalStep resumed = rehearsal.Resume(before.Session!, Nine.AddMinutes(1));

        (resumed.Reply.Status, resumed.Reply.Step, resumed.Reply.Turn, rehearsal.Call).ShouldBe((SessionStatus.Busy, "find", 2, null));
        rehearsal.Take(rehearsal.Session!.EndAction(ActionResult.Done(("state", Value.From("here"))))!).Reply.Step.ShouldBe("pay");
        rehearsal.Session!.EndAction(ActionResult.Done()).ShouldBeNull();
        rehearsal.Advance(TimeSpan.FromHours(2)).Reply.Outcome.ShouldBe(SessionOutcome.Unresolved);
        Should.Throw<ArgumentException>(() => new Rehearsal(Started().Flow).Resume(before.Session!, Nine));
    }

    [Fact]
    public void ResultsAtOnce_AreInTheReplyOfWhoWaits()
    {
        Rehearsal rehearsal = Started("""{ "returns": { "state": "here" } }""");

        RehearsalStep step = rehearsal.Take(new AnswerInput("A7"));

        step.Reply.Messages.Select(message => message.Text).ShouldBe(["One moment.", "It is here.", "Please pay it."]);
        (step.Turns.Length, step.Reply.Turn, step.Reply.Status, step.Reply.Step).ShouldBe((2, 3, SessionStatus.Waiting, "pay"));
        step.Calls.ShouldHaveSingleItem().Attempt.ShouldBe(1);
        step.Reply.Entered.ShouldBe(["find", "told", "pay"]);
    }

    [Fact]
    public void ResultsThatTakeTime_TimeoutsAndRetries_ComeAsTheClockMovesOn()
    {
        Rehearsal rehearsal = Started("""[ { "takes": "PT1M" }, { "error": "failed" }, { "returns": { "state": "here" }, "takes": "PT5S" } ]""");
        rehearsal.Take(new AnswerInput("A7")).Reply.Status.ShouldBe(SessionStatus.Busy);
        (rehearsal.Call!.Attempt, rehearsal.CallEnds).ShouldBe((1, Nine.AddSeconds(5)));
        Should.Throw<InvalidOperationException>(() => rehearsal.End(ActionResult.Done()));

        rehearsal.Advance(TimeSpan.FromSeconds(4.9)).Turns.ShouldHaveSingleItem().Events.ShouldBeEmpty();
        EventsOf(rehearsal.Advance(TimeSpan.FromSeconds(0.1))).ShouldBe(["ActionEnded order.find: timeout"]);
        rehearsal.Call.ShouldBeNull();
        rehearsal.Session!.Timers.ShouldContain(timer => timer.Id == SessionTimer.Retry && timer.Due == Nine.AddSeconds(6));
        EventsOf(rehearsal.Advance(TimeSpan.FromSeconds(1))).ShouldBe(["ActionStarted order.find, attempt 2", "ActionEnded order.find: failed"]);
        RehearsalStep last = rehearsal.Advance(TimeSpan.FromSeconds(10));
        last.Turns.Select(turn => turn.At).ShouldBe([Nine.AddSeconds(8), Nine.AddSeconds(13), Nine.AddSeconds(16)]);
        (last.Reply.Step, rehearsal.Now).ShouldBe(("pay", Nine.AddSeconds(16)));
        last.Calls.ShouldHaveSingleItem().Attempt.ShouldBe(3);
    }

    [Fact]
    public void Timers_FireInTheirOrder_EachAtItsTime()
    {
        Rehearsal rehearsal = Started();

        RehearsalStep step = rehearsal.Advance(TimeSpan.FromMinutes(40));

        step.Turns.Select(turn => (turn.At, string.Concat(turn.Reply.Messages.Select(message => message.Text)))).ShouldBe(
            [(Nine.AddMinutes(5), "Still there?"), (Nine.AddMinutes(10), "I wait here."), (Nine.AddMinutes(30), "Until later."), (Nine.AddMinutes(40), string.Empty)]);
        (step.Reply.Status, step.Reply.Outcome, rehearsal.Now).ShouldBe((SessionStatus.Ended, SessionOutcome.Unresolved, Nine.AddMinutes(40)));
    }

    [Fact]
    public void TimeInWhichNothingHappens_SaysWhereTheSessionIs()
    {
        Rehearsal rehearsal = Started();

        RehearsalStep step = rehearsal.Advance(TimeSpan.FromMinutes(4));

        (step.Reply.Result, step.Reply.Turn, step.Reply.Step, step.Reply.Status, step.Reply.Expects!.Type).ShouldBe((TurnResult.Accepted, 1, "which", SessionStatus.Waiting, "text"));
        step.Reply.Messages.ShouldBeEmpty();
        rehearsal.Journal.Count.ShouldBe(1);
        rehearsal.Take(new AnswerInput(" ")).Reply.Result.ShouldBe(TurnResult.Invalid);
        rehearsal.Advance(TimeSpan.FromMinutes(4)).Reply.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void TheZoneOfTheStart_IsThatOfWhatFollows()
    {
        var rehearsal = new Rehearsal(Compile(Flow));
        rehearsal.Start(new StartRequest { SessionId = "s" }, Nine.ToOffset(TimeSpan.FromHours(8)));

        rehearsal.Advance(TimeSpan.FromMinutes(6)).Turns.ShouldAllBe(turn => turn.At!.Value.Offset == TimeSpan.FromHours(8));
    }

    [Fact]
    public void AClockThatIsSet_FiresNothing_AndWhatWasDueComesLate()
    {
        Rehearsal rehearsal = Started();

        rehearsal.Now = Nine.AddMinutes(12);

        rehearsal.Advance(TimeSpan.Zero).Turns.Select(turn => (turn.At, turn.Reply.Messages[0].Text)).ShouldBe([(Nine.AddMinutes(12), "Still there?")]);
        rehearsal.Session!.Timers.Min(timer => timer.Due).ShouldBe(Nine.AddMinutes(17));
    }

    [Fact]
    public void AnInputThatIsSentAgain_GivesTheReplyOfItsTurn_AndChangesNothing()
    {
        Rehearsal rehearsal = Started("""{ "returns": { "state": "here" } }""");
        RehearsalStep first = rehearsal.Take(new AnswerInput("A7"), "in-1");
        byte[] session = SessionSnapshot.Write(rehearsal.Session!);

        RehearsalStep again = rehearsal.Take(new AnswerInput("B8"), "in-1");

        // As a host does: the stored reply is that of the turn alone.
        again.Reply.ShouldBe(first.Turns[0].Reply);
        again.Turns.ShouldHaveSingleItem().IsRepeat.ShouldBeTrue();
        SessionSnapshot.Write(rehearsal.Session!).ShouldBe(session);
        rehearsal.Take(new SignalInput("nothing", Value.Null), "in-2").Reply.Reason.ShouldBe(TurnReason.UnexpectedSignal);
        rehearsal.Take(new SignalInput("payment", Paid(20)), "in-2").Reply.Messages[0].Text.ShouldBe("20 paid, thank you.");
        rehearsal.Take(new SignalInput("payment", Paid(20)), "in-2").Reply.Result.ShouldBe(TurnResult.Accepted);
        rehearsal.Take(new SignalInput("payment", Paid(20)), "in-3").Reply.Reason.ShouldBe(TurnReason.Ended);
    }

    [Fact]
    public void AStartThatIsSentAgain_IsTheSameSession_AndAnotherIdAnotherOne()
    {
        Rehearsal rehearsal = Started();
        rehearsal.Start(new StartRequest { SessionId = "s" }, Nine, "start");
        rehearsal.Take(new AnswerInput("A7"));

        rehearsal.Start(new StartRequest { SessionId = "s" }, Nine, "start").Turns.ShouldHaveSingleItem().IsRepeat.ShouldBeTrue();
        rehearsal.Session!.Turn.ShouldBe(2);
        rehearsal.Start(new StartRequest { SessionId = "t" }, Nine, "start").Turns.ShouldHaveSingleItem().IsRepeat.ShouldBeFalse();
        rehearsal.Session!.Turn.ShouldBe(1);
        rehearsal.Call.ShouldBeNull();
    }

    [Fact]
    public void AnActionThatEndsWhenTheSessionIsOver_ReachesNobody()
    {
        Rehearsal rehearsal = Rehearse(Flow.Replace("\"after\": \"P1D\"", "\"after\": \"PT2S\"", StringComparison.Ordinal), """{ "returns": { "state": "here" }, "takes": "PT3S" }""");
        rehearsal.Take(new AnswerInput("A7"));

        RehearsalStep step = rehearsal.Advance(TimeSpan.FromMinutes(1));

        step.Turns.Select(turn => turn.At).ShouldBe([Nine.AddSeconds(2), Nine.AddMinutes(1)]);
        (step.Reply.Outcome, step.Reply.Messages[0].Text).ShouldBe((SessionOutcome.Abandoned, "Closed."));
    }

    [Fact]
    public void AFlowThatNeverComesToRest_IsBrokenOff()
    {
        Rehearsal rehearsal = Rehearse("""
            { "flow": "order", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "poll", "type": "wait", "text": "Wait.", "for": "PT1S", "answer": "yes_no", "next": [ { "when": "answer == true", "goto": "bye" }, { "goto": "poll" } ] },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);

        RehearsalStep step = rehearsal.Advance(TimeSpan.FromDays(1));

        (step.IsBrokenOff, step.Turns.Length, rehearsal.Now).ShouldBe((true, Rehearsal.MostTurns, Nine.AddSeconds(Rehearsal.MostTurns)));
    }

    [Fact]
    public void ATimerWhoseTurnFails_IsTriedOnce()
    {
        Rehearsal rehearsal = Rehearse("""
            { "flow": "order", "fallback": { "goto": "bye" }, "data": { "days": { "type": "list of text", "default": [] } }, "stages": [ { "id": "s", "steps": [
              { "id": "rest", "type": "wait", "text": "Wait.", "for": "PT1M" },
              { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ days[0] | string.to_int | math.divided_by 0 }}" } ] } ] }
            """);

        RehearsalStep step = rehearsal.Advance(TimeSpan.FromHours(1));

        step.Turns.Length.ShouldBe(2);
        (step.Reply.Result, step.Reply.Error!.Contains("The fallback failed too", StringComparison.Ordinal)).ShouldBe((TurnResult.Refused, true));
        rehearsal.Session!.Timers.ShouldHaveSingleItem();
    }

    [Fact]
    public void SecretsThatActionsAreGiven_AreNotShown_ButTheCallHasThem()
    {
        Rehearsal rehearsal = Rehearse(
            Flow.Replace("\"save\": \"number\" }", "\"save\": \"number\", \"sensitive\": true }", StringComparison.Ordinal),
            """{ "returns": { "state": "found under swordfish" } }""");

        RehearsalStep step = rehearsal.Take(new AnswerInput("swordfish"));

        step.Calls.ShouldHaveSingleItem().Argument("number").ShouldBe(Value.From("swordfish"));
        step.Turns[0].Calls.ShouldHaveSingleItem().Argument("number").ShouldBe(Value.From("•••"));
        ((ActionResultInput)step.Turns[1].Input!).Result.Returned[0].Value.ShouldBe(Value.From("found under •••"));
    }

    [Fact]
    public void BeforeAStart_NothingGoesIn()
    {
        Rehearsal rehearsal = new(Compile(Flow));

        Should.Throw<InvalidOperationException>(() => rehearsal.Take(new CommandInput(SessionCommand.Help))).Message.ShouldBe("There is no session yet. Start one first.");
        Should.Throw<InvalidOperationException>(() => rehearsal.Advance(TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => Started().Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void TheEndOfTheCalendar_IsNoTrap()
    {
        Rehearsal rehearsal = Started();
        rehearsal.Now = DateTimeOffset.MaxValue.AddDays(-2);

        rehearsal.Advance(TimeSpan.MaxValue).Reply.Outcome.ShouldNotBeNull();
        rehearsal.Now.ShouldBe(DateTimeOffset.MaxValue.AddDays(-1));
        rehearsal.Now = DateTimeOffset.MaxValue;
        rehearsal.Advance(TimeSpan.FromHours(1)).Reply.Result.ShouldBe(TurnResult.Accepted);
        rehearsal.Now.ShouldBe(DateTimeOffset.MaxValue);
    }

    private static string[] EventsOf(RehearsalStep step) =>
        [.. step.Turns.SelectMany(turn => turn.Events).Where(entry => entry.Kind is TurnEventKind.ActionStarted or TurnEventKind.ActionEnded).Select(entry => $"{entry.Kind} {entry.Detail}")];

    private static Value Paid(double amount) => Value.From(Templates.Runtime.ValueObject.Create([KeyValuePair.Create("amount", Value.From(amount))]));

    private static Rehearsal Started(string? results = null) => Rehearse(Flow, results);

    private static Rehearsal Rehearse(string flow, string? results = null)
    {
        var rehearsal = new Rehearsal(Compile(flow), results is null ? null : ActionStubs.Read("stubs.json", Encoding.UTF8.GetBytes($$"""{ "actions": { "order.find": {{results}} } }""")).GetOrThrow());
        rehearsal.Start(new StartRequest { SessionId = "s" }, Nine).Reply.Result.ShouldBe(TurnResult.Accepted);
        return rehearsal;
    }

    private static Flow Compile(string flow) => FlowCompiler.Compile([FlowSource.FromText("flow.json", flow)]).GetOrThrow();
}
