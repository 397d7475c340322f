using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Steps that wait for a time or a signal.</summary>
public sealed class WaitTests
{
    private static string Flow(string wait, string more = "") => $$"""
        { "flow": "f", "fallback": { "goto": "lost" }, "inputs": { "day": { "type": "date", "optional": true } }, "signals": { "payment": { "type": "object", "fields": { "ref": "text" } }, "ping": { "type": "text", "optional": true } }, {{more}}
          "data": { "paid": { "type": "object", "fields": { "ref": "text" }, "optional": true }, "pinged": { "type": "text", "optional": true }, "heard": { "type": "boolean", "optional": true } },
          "interrupts": { "why": { "phrases": [ "why" ], "steps": [ { "id": "sure", "type": "ask", "text": "Sure?", "answer": "yes_no" } ] } },
          "stages": [ { "id": "s", "steps": [
            { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no", "fallback": { "goto": "late" } },
            { "id": "pause", "type": "wait", "text": "Wait, {{ "{{" }} step.id {{ "}}" }}.", {{wait}} },
            { "id": "two", "type": "ask", "text": "Two, {{ "{{" }} paid ? paid.ref : 'unpaid' {{ "}}" }}, {{ "{{" }} answers['pause'] ?? 'none' {{ "}}" }}?", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "late", "type": "end", "outcome": "unresolved", "text": "Too late." },
            { "id": "lost", "type": "end", "outcome": "escalated", "text": "Lost." } ] } ] }
        """;

    private const string TenMinutes = """ "for": "PT10M", "answer": { "type": "choice", "options": [ { "value": "works", "label": "It works now", "goto": "bye" }, "later" ] } """;
    private const string Payment = """ "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT30M", "goto": "late" } """;

    private static FlowTalk Talk(string wait, string more = "")
    {
        var talk = new FlowTalk(Flow(wait, more));
        talk.Start(inputs: false);
        talk.Say("yes").ShouldBe(["Wait, pause."]);
        return talk;
    }

    private const string Reminding = """ "silence": { "remind_after": "PT4M", "texts": [ "No payment yet, {{ step.id }}.", "Still none." ], "give_up_after": "PT20M", "goto": "lost" } """;

    [Fact]
    public void Silence_OfAWait_Reminds_AndGivesUp_WhileTheWaitGoesOn()
    {
        FlowTalk talk = Talk($"{Payment}, {Reminding}");
        talk.Timers.ShouldBe(["remind:4", "give_up:20", "wait:30"]);
        talk.Advance("PT4M").ShouldBe(["No payment yet, pause."]);
        talk.Timers.ShouldBe(["remind:4", "give_up:16", "wait:26"]);
        talk.Advance("PT4M").ShouldBe(["Still none."]);
        talk.Timers.ShouldBe(["give_up:12", "wait:22"]);
        talk.Say("hello?").ShouldBe(["Wait, pause."]);
        talk.Timers.ShouldBe(["remind:4", "give_up:20", "wait:22"], "who writes is not silent, and what is waited for comes no later for that");
        talk.Advance("PT20M").ShouldBe(["No payment yet, pause.", "Still none.", "Lost."]);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Fact]
    public void Silence_OfAWait_IsOver_WhenTheSignalComesOrTheTimeDoes()
    {
        FlowTalk talk = Talk($"{Payment}, {Reminding}");
        talk.Advance("PT4M");
        talk.Signal("payment", Value.From(ValueObject.Create([KeyValuePair.Create("ref", Value.From("R1"))]))).ShouldBe(["Two, R1, none?"]);
        talk.Timers.ShouldBeEmpty();

        talk = Talk(""" "for": "PT10M", "silence": { "remind_after": "PT6M" } """);
        talk.Advance("PT6M").ShouldBe(["Wait, pause."], "without texts it is said again");
        talk.Timers.ShouldBe(["wait:4"]);
        talk.Advance("PT4M").ShouldBe(["Two, unpaid, none?"]);
    }

    [Fact]
    public void GivingUpAWait_LeadsToItsFallback_WithTheReason()
    {
        FlowTalk talk = Talk($$"""{{Payment}}, "silence": { "give_up_after": "PT20M" } """);
        talk.Advance("PT20M").ShouldBe(["Lost."]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.FellBack, "pause", "silence"));
    }

    [Fact]
    public void Silence_OfTheFlow_IsNoneOfAWait() =>
        Talk(Payment, """ "silence": { "remind_after": "PT5M" }, """).Timers.ShouldBe(["wait:30"]);

    [Theory]
    [InlineData(""" "for": "PT10M", "silence": { "remind_after": "PT10M" } """, "The wait is over after PT10M, so that this never comes. Take less, or wait longer.")]
    [InlineData(Payment + """, "silence": { "give_up_after": "PT31M" } """, "The wait is over after PT30M, so that this never comes. Take less, or wait longer.")]
    [InlineData(""" "for": "PT10M", "silence": { "texts": [ "x" ] } """, "Nothing happens at this silence.")]
    public void Silence_ThatNeverComes_IsRefused(string wait, string message) =>
        FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(wait))).Diagnostics.ShouldHaveSingleItem().Message.ShouldStartWith(message);

    [Fact]
    public void Timeout_ThatComesLate_IsSkippedWhereTheFlowSaysSo_AndTheSignalWaitedForAnew()
    {
        FlowTalk talk = Talk($$""" "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT30M", "goto": "late", "late": "skip" }, {{Reminding}} """);
        SessionTimer wait = talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Wait);
        talk.Now = wait.Due + TimeSpan.FromSeconds(61);
        talk.Fire(wait).ShouldBeEmpty();
        talk.Turn.Events.ShouldHaveSingleItem().ShouldBe(new TurnEvent(TurnEventKind.TimerSkipped, "pause", "wait"));
        talk.Timers.Single(timer => timer.StartsWith("wait", StringComparison.Ordinal)).ShouldBe("wait:30");
        talk.Session.Timers.Count(timer => timer.Id is SessionTimer.Remind or SessionTimer.GiveUp).ShouldBe(2, "silence goes on as it was");
        talk.Fire(wait).ShouldBeEmpty();
        talk.Turn.Reason.ShouldBe(TurnReason.Early, "it is due later now");

        talk = Talk(""" "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT30M", "goto": "late", "late": "skip" } """);
        talk.Now += TimeSpan.FromMinutes(31);
        talk.Fire(talk.Session.Timers.Single()).ShouldBe(["Too late."], "a minute is not late");
    }

    [Fact]
    public void TimeThatIsOver_IsNeverSkipped()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Now += TimeSpan.FromDays(2);
        talk.Fire(talk.Session.Timers.Single()).ShouldBe(["Two, unpaid, none?"]);
    }

    [Fact]
    public void Expiry_ThatComesLate_IsSkippedWhereTheFlowSaysSo_AndCountsAnew()
    {
        FlowTalk talk = Talk($"{Payment}, {Reminding}", """ "expiry": { "after": "P1D", "text": "Closed.", "late": "skip" }, """);
        SessionTimer expiry = talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Expiry);
        SessionTimer[] others = [.. talk.Session.Timers.Where(timer => timer != expiry)];
        talk.Now = expiry.Due + TimeSpan.FromHours(5);
        talk.Fire(expiry).ShouldBeEmpty();
        talk.Turn.Events.ShouldHaveSingleItem().ShouldBe(new TurnEvent(TurnEventKind.TimerSkipped, "pause", "expiry"));
        talk.Session.Timers.Where(timer => timer.Id != SessionTimer.Expiry).ShouldBe(others, ignoreOrder: true);
        SessionTimer next = talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Expiry);
        next.Due.ShouldBe(talk.Now + TimeSpan.FromDays(1));
        talk.Now = next.Due;
        talk.Fire(next).ShouldBe(["Closed."]);
    }

    [Fact]
    public void ASignal_IsNotTakenBack_NorWhatWasSaidBeforeIt()
    {
        FlowTalk talk = Paying();
        talk.Signal("payment", Value.From("R1")).ShouldBe(["Two, R1?"]);
        talk.Back();
        talk.Turn.Reason.ShouldBe("barrier");

        talk = Paying();
        talk.Say("why").ShouldBe(["Sure?"]);
        talk.Say("yes").ShouldBe(["Really?"]);
        talk.Signal("payment", Value.From("R2")).ShouldBeEmpty();
        talk.Back();
        talk.Turn.Reason.ShouldBe("barrier");
        talk.Say("yes").ShouldBe(["Two, R2?"]);

        static FlowTalk Paying()
        {
            var talk = new FlowTalk("""
                { "flow": "f", "fallback": { "goto": "late" }, "signals": { "payment": { "type": "text" } }, "data": { "paid": { "type": "text", "optional": true } },
                  "interrupts": { "why": { "phrases": [ "why" ], "steps": [ { "id": "sure", "type": "ask", "text": "Sure?", "answer": "yes_no" }, { "id": "really", "type": "ask", "text": "Really?", "answer": "yes_no" } ] } },
                  "stages": [ { "id": "s", "steps": [
                    { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no" },
                    { "id": "pause", "type": "wait", "text": "Wait.", "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT30M", "goto": "late" } },
                    { "id": "two", "type": "ask", "text": "Two, {{ paid ?? 'unpaid' }}?", "answer": "yes_no" },
                    { "id": "bye", "type": "end", "outcome": "resolved" },
                    { "id": "late", "type": "end", "outcome": "unresolved", "text": "Late." } ] } ] }
                """);
            talk.Start(inputs: false);
            talk.Say("yes").ShouldBe(["Wait."]);
            return talk;
        }
    }

    [Fact]
    public void Wait_GoesOnWhenItsTimeIsOver()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Timers.ShouldBe(["wait:10"]);
        talk.Advance("PT9M59S").ShouldBeEmpty();
        talk.Advance("PT1S").ShouldBe(["Two, unpaid, none?"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Elapsed, "pause"));
        talk.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void Wait_IsCutShortByTheCustomer()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Advance("PT3M");
        talk.Say("it works now").ShouldBe(["Bye."]);
        talk.Timers.ShouldBeEmpty();

        talk = Talk(TenMinutes);
        talk.Say("later").ShouldBe(["Two, unpaid, later?"]);
    }

    [Fact]
    public void WhatIsNotUnderstood_CostsNothing_AndTimeGoesOn()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Advance("PT4M");
        for (int i = 0; i < 30; i++)
        {
            talk.Say("what?").ShouldBe(["Wait, pause."]);
            talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        }

        talk.Session.Attempts.ShouldBe(0);
        talk.Timers.ShouldBe(["wait:6"]);
    }

    [Fact]
    public void Expectation_SaysUntilWhen_AndForWhat()
    {
        FlowTalk talk = Talk(TenMinutes);
        Expectation expects = Expects(talk);
        (expects.Type, expects.Options.Count, expects.Until, expects.Signal).ShouldBe(("choice", 2, talk.Now.AddMinutes(10), null));

        talk = Talk(Payment);
        expects = Expects(talk);
        (expects.Type, expects.Options.Count, expects.Until, expects.Signal, expects.AttemptsLeft).ShouldBe((Expectation.Nothing, 0, talk.Now.AddMinutes(30), "payment", 0));
        talk.Say("1").ShouldBe(["Wait, pause."]);
    }

    private static Expectation Expects(FlowTalk talk) => GuidanceEngine.Describe(talk.Session.Flow, talk.Session, talk.Now).Expects.ShouldNotBeNull();

    [Fact]
    public void Wait_UntilADate_GoesOnThen_AndAtOnceWhereThatIsPast()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(""" "until": "day ?? date.add_hours date.now 1" """))).GetOrThrow();
        var talk = new Conversation(flow, ("day", Value.From(new DateTime(2026, 3, 2, 18, 0, 0, DateTimeKind.Utc))));
        talk.Say("yes").Session.Timers.ShouldBe([new SessionTimer(SessionTimer.Wait, talk.Session.Visit, new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero))]);

        new Conversation(flow).Say("yes").Session.Timers[0].Due.ShouldBe(Conversation.Noon.AddHours(1));
        new Conversation(flow, ("day", Value.From(new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc)))).Say("yes").Said.ShouldBe(["Two, unpaid, none?"]);
    }

    [Fact]
    public void Signal_GoesOn_WithItsValue()
    {
        FlowTalk talk = Talk(Payment);
        talk.Signal("payment", Conversation.Object(("ref", Value.From("R1")))).ShouldBe(["Two, R1, none?"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Signalled, "pause", "payment"));
        talk.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void SignalThatDoesNotCome_LeadsElsewhere()
    {
        FlowTalk talk = Talk(Payment);
        talk.Advance("PT30M").ShouldBe(["Too late."]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Elapsed, "pause", "timeout"));
    }

    [Fact]
    public void SignalThatNobodyWaitsFor_OrThatDoesNotFit_IsRefused()
    {
        FlowTalk talk = Talk(Payment);
        byte[] before = SessionSnapshot.Write(talk.Session);
        talk.Signal("ping");
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.UnexpectedSignal));
        talk.Signal("nonsense");
        talk.Turn.Reason.ShouldBe(TurnReason.UnexpectedSignal);
        talk.Signal("payment", Value.From("R1"), "step 'pause': 'payment' must be an object, but is \"R1\".");
        talk.Turn.Reason.ShouldBe(TurnReason.InvalidSignal);
        talk.Signal("payment", Value.Null, "step 'pause': The signal 'payment' comes without its value, which is object {ref}.");
        talk.Turn.Reason.ShouldBe(TurnReason.InvalidSignal);
        SessionSnapshot.Write(talk.Session).ShouldBe(before);
    }

    [Fact]
    public void SignalWhoseValueIsOptional_MayComeWithout()
    {
        FlowTalk talk = Talk(""" "signal": { "name": "ping", "save": "pinged" }, "timeout": { "after": "PT30M", "goto": "late" } """);
        talk.Signal("ping").ShouldBe(["Two, unpaid, none?"]);
        talk = Talk(""" "signal": "payment", "timeout": { "after": "PT30M", "goto": "late" } """);
        talk.Signal("payment").ShouldBe(["Two, unpaid, none?"], "what is not saved need not be there");
    }

    [Fact]
    public void WaitThatIsOverDuringADigression_GoesOnBehindIt()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Say("why").ShouldBe(["Sure?"]);
        talk.Timers.ShouldBeEmpty();
        talk.Advance("PT4M");
        FlowTalk early = talk;
        early.Say("yes").ShouldBe(["Wait, pause."]);
        early.Timers.ShouldBe(["wait:6"]);
        early.Say("why");
        early.Advance("PT6M").ShouldBeEmpty();
        early.Say("yes").ShouldBe(["Two, unpaid, none?"]);
    }

    [Fact]
    public void SignalDuringADigression_IsKept()
    {
        FlowTalk talk = Talk(Payment);
        talk.Say("why");
        talk.Signal("payment", Conversation.Object(("ref", Value.From("R2")))).ShouldBeEmpty();
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Signal("payment", Conversation.Object(("ref", Value.From("R3"))));
        talk.Turn.Reason.ShouldBe(TurnReason.UnexpectedSignal, "it came already");
        talk.Say("yes").ShouldBe(["Two, R2, none?"]);
    }

    [Fact]
    public void Back_LeadsToAWaitAgain_WithItsFullTime()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Say("later");
        talk.Now += TimeSpan.FromHours(1);
        talk.Back().ShouldBe(["Wait, pause."]);
        talk.Timers.ShouldBe(["wait:10"]);
        talk.Back().ShouldBe(["One?"]);
        talk.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void Back_BehindAWaitThatIsOver_LeadsToTheQuestionBefore()
    {
        FlowTalk talk = Talk(TenMinutes);
        talk.Advance("PT10M").ShouldBe(["Two, unpaid, none?"]);
        talk.Back().ShouldBe(["One?"]);
    }

    [Fact]
    public void EarlierAnswer_IsNotTheAnswerOfALaterWait()
    {
        FlowTalk talk = new(
            """
            { "flow": "f", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "pause", "type": "wait", "for": "PT1M", "text": "Wait.", "answer": { "type": "choice", "options": [ "again" ] }, "next": [ { "when": "answer == 'again'", "goto": "pause" }, { "goto": "bye" } ] },
                { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Say("again").ShouldBe(["Wait."]);
        talk.Advance("PT1M").ShouldBe(["Bye."]);
    }

    [Theory]
    [InlineData("""  "next": "two" """, "GF0006", "It is not said what is waited for.")]
    [InlineData(""" "for": "PT1M", "until": "date.now" """, "GF0003", "A wait has one of 'for', 'until' and 'signal'.")]
    [InlineData(""" "signal": "payment" """, "GF0006", "A signal may never come")]
    [InlineData(""" "for": "PT1M", "timeout": { "after": "PT1M", "goto": "late" } """, "GF0003", "A time comes for certain")]
    [InlineData(""" "for": "PT1M", "save": "heard" """, "GF0003", "There is no answer to save.")]
    [InlineData(""" "for": "PT1M", "options": [ "a" ] """, "GF0003", "stands under 'answer'")]
    [InlineData(""" "for": "PT0S" """, "GF0007", "longer than nothing")]
    [InlineData(""" "until": "paid" """, "GF02", "date")]
    [InlineData(""" "signal": "paymnt", "timeout": { "after": "PT1M", "goto": "late" } """, "GF0103", "Did you mean 'payment'?")]
    [InlineData(""" "signal": { "name": "payment", "save": "pinged" }, "timeout": { "after": "PT1M", "goto": "late" } """, "GF02", "the signal's value is")]
    [InlineData(""" "signal": "ping", "timeout": { "after": "PT1M", "goto": "nowhere" } """, "GF0104", "no such step")]
    public void Mistake_IsFound(string wait, string code, string message)
    {
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(wait)));
        Diagnostic found = result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).First();
        (found.Code + " " + found.Message).ShouldStartWith(code);
        found.Message.ShouldContain(message);
    }

    [Fact]
    public void WhatIsSavedAtAWait_MayBeMissingBehindIt()
    {
        string flow = Flow(Payment.Replace("late", "two", StringComparison.Ordinal))
            .Replace("\"ref\": \"text\" }, \"optional\": true }, \"pinged\"", "\"ref\": \"text\" } }, \"pinged\"", StringComparison.Ordinal)
            .Replace("paid ? paid.ref : 'unpaid'", "paid.ref", StringComparison.Ordinal);
        FlowCompiler.Compile(FlowSource.FromText("f.json", flow)).Diagnostics.ShouldContain(found => found.Message.Contains("'paid' may not be collected yet when 'two' is reached", StringComparison.Ordinal));
        FlowCompiler.Compile(FlowSource.FromText("f.json", flow.Replace("\"goto\": \"two\" }", "\"goto\": \"late\" }", StringComparison.Ordinal))).Success.ShouldBeTrue();
    }
}
