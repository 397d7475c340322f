using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Sessions that a person takes over.</summary>
public sealed class HandoffTests
{
    private const string Hand = """ "queue": "tier2", "priority": "high", "respond_within": "PT10M", "text": "A colleague will be here within ten minutes.", "situation": "{{ who }} cannot log in.\nNetwork: {{ network ?? 'unknown' }}.", "evidence": [ "network", "pin" ], "on_return": [ { "when": "network == true", "goto": "app" }, { "goto": "bye" } ] """;

    private static string Flow(string handoff, string more = "") => $$$"""
        { "flow": "f", "fallback": { "attempts": 1, "goto": "hand" }, "inputs": { "who": { "type": "text", "default": "Mia" } }, {{{more}}}
          "data": { "network": { "type": "boolean", "optional": true }, "pin": { "type": "text", "optional": true }, "app": { "type": "text", "optional": true }, "list": { "type": "list of text", "default": [] } },
          "stages": [ { "id": "s", "steps": [
            { "id": "network", "title": "Network", "type": "ask", "text": "Network?", "answer": { "type": "yes_no" }, "save": "network" },
            { "id": "pin", "title": "PIN", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
            { "id": "loop", "type": "each", "in": "list", "as": "item", "steps": [ { "id": "inside", "type": "say", "text": "{{ item }}" } ] },
            { "id": "app", "title": "App", "type": "ask", "text": "App?", "answer": { "type": "choice", "options": [ { "value": "a", "label": "The old one" }, "b" ] }, "save": "app" },
            { "id": "hand", "type": "handoff", {{{handoff}}} },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye, {{ app ?? 'none' }}." },
            { "id": "late", "type": "end", "outcome": "unresolved", "text": "Nobody came." } ] } ] }
        """;

    private const string Timeout = Hand + """, "timeout": { "after": "PT30M", "goto": "late" } """;

    private static FlowTalk Talk(string handoff = Timeout, string more = "")
    {
        var talk = new FlowTalk(Flow(handoff, more));
        talk.Start(inputs: false);
        talk.Say("yes");
        talk.Say("4711 0815");
        talk.Say("the old one").ShouldBe(["A colleague will be here within ten minutes."]);
        return talk;
    }

    [Fact]
    public void WhatThePersonFound_IsGivenByName()
    {
        var expected = new PersonReturnInput { By = "jo", Data = [KeyValuePair.Create("app", Value.From("b")), KeyValuePair.Create("network", Value.True)] };
        new PersonReturnInput { By = "jo" }.WithData(("app", Value.From("b")), ("network", Value.True)).ShouldBe(expected);
        new PersonReturnInput { By = "jo" }.WithData(new Dictionary<string, Value> { ["network"] = Value.True, ["app"] = Value.From("b") }).ShouldBe(expected);
    }

    [Fact]
    public void WhatThePersonFoundOut_IsNotAskedAgainEither()
    {
        FlowTalk talk = Talk();
        talk.Person(new PersonReturnInput { Step = "network" }.WithData(("network", Value.False), ("app", Value.From("b")))).ShouldBe(["PIN?"]);
        talk.Say("4711 0816").ShouldBe(["A colleague will be here within ten minutes."]);
        (talk.Session.Data("network"), talk.Session.Data("app")).ShouldBe((Value.False, Value.From("b")));
        talk.Person(new PersonReturnInput { Step = "app" }).ShouldBe(["App?"], "who gives back without data wants it asked");
    }

    private const string Reminding = Timeout + """, "silence": { "remind_after": "PT10M", "texts": [ "{{ who }}, a colleague will still come.", "Thank you for your patience." ] } """;

    [Fact]
    public void Customer_WhoWaitsForAPerson_IsToldThatTheyStillCome_UntilTheyWrite()
    {
        FlowTalk talk = Talk(Reminding);
        talk.Timers.ShouldBe(["remind:10", "handoff:30"]);
        talk.Advance("PT9M").ShouldBeEmpty();
        talk.Say("Hello?").ShouldBeEmpty();
        talk.Timers.ShouldBe(["remind:10", "handoff:21"], "who writes is not silent");
        talk.Advance("PT10M").ShouldBe(["Mia, a colleague will still come."]);
        (talk.Turn.Messages[0].Kind, talk.Session.Status).ShouldBe((MessageKind.Reminder, SessionStatus.WithPerson));
        talk.Turn.Effects.ShouldBeEmpty();
        talk.Timers.ShouldBe(["remind:10", "handoff:11"]);
        talk.Person(new PersonMessageInput("Hi, Jo here.")).ShouldBe(["Hi, Jo here."]);
        talk.Timers.ShouldBe(["handoff:30"], "somebody is there");
        talk.Say("Hello!").ShouldBeEmpty();
        talk.Advance("PT30M").ShouldBe(["Nobody came."]);

        talk = Talk(Reminding);
        talk.Advance("PT30M").ShouldBe(["Mia, a colleague will still come.", "Thank you for your patience.", "Nobody came."]);
    }

    [Fact]
    public void Reminder_ThatComesLate_IsSkippedWhereTheFlowSaysSo()
    {
        FlowTalk talk = Talk(Hand + """, "timeout": { "after": "P5D", "goto": "late" }, "silence": { "remind_after": "PT10M", "texts": [ "Soon." ], "late": "skip" } """, """ "expiry": { "after": "P9D" }, """);
        SessionTimer remind = talk.Session.Timers.Single(timer => timer.Id == SessionTimer.Remind);
        talk.Now = remind.Due + TimeSpan.FromHours(3);
        talk.Fire(remind).ShouldBeEmpty();
        talk.Advance("PT10M").ShouldBe(["Soon."]);
    }

    [Theory]
    [InlineData(""" "silence": { "remind_after": "PT30M", "texts": [ "x" ] } """, "GF0007", "The wait is over after PT30M, so that this never comes.")]
    [InlineData(""" "silence": { "texts": [ "x" ] } """, "GF0006", "Member 'remind_after' is missing")]
    [InlineData(""" "silence": { "remind_after": "PT5M" } """, "GF0006", "Member 'texts' is missing")]
    [InlineData(""" "silence": { "remind_after": "PT5M", "texts": [ "x" ], "give_up_after": "PT9M" } """, "GF0003", "How long a person is waited for stands under 'timeout'.")]
    public void RemindersThatCannotBe_AreRefused(string silence, string code, string message)
    {
        Diagnostic found = FlowCompiler.Compile(FlowSource.FromText("f.json", Flow($"{Timeout}, {silence}"))).Diagnostics.ShouldHaveSingleItem();
        found.Descriptor.Code.ShouldBe(code);
        found.Message.ShouldContain(message);
    }

    [Fact]
    public void Timeout_ThatComesLate_IsSkippedWhereTheFlowSaysSo_AndCountsAnew()
    {
        FlowTalk talk = Talk(Timeout.Replace(""" "goto": "late" """.Trim(), """ "goto": "late", "late": "skip" """, StringComparison.Ordinal));
        SessionTimer nobody = talk.Session.Timers.ShouldHaveSingleItem();
        talk.Now = nobody.Due + TimeSpan.FromMinutes(2);
        talk.Fire(nobody).ShouldBeEmpty();
        talk.Turn.Events.ShouldHaveSingleItem().ShouldBe(new TurnEvent(TurnEventKind.TimerSkipped, "hand", "handoff"));
        talk.Session.Status.ShouldBe(SessionStatus.WithPerson);
        talk.Advance("PT30M").ShouldBe(["Nobody came."]);
    }

    [Fact]
    public void Person_GetsEverythingThatIsKnown_ButNoSecret()
    {
        FlowTalk talk = Talk();
        (talk.Session.Status, talk.Session.Step!.Id).ShouldBe((SessionStatus.WithPerson, "hand"));
        Handoff handoff = talk.Turn.Effects.OfType<HandOffEffect>().ShouldHaveSingleItem().Handoff;
        (handoff.Id, handoff.Queue, handoff.Priority, handoff.Situation, handoff.Step, handoff.Turn).ShouldBe(("s:4:0", "tier2", TicketPriority.High, "Mia cannot log in.\nNetwork: true.", "hand", 4));
        handoff.Due.ShouldBe(talk.Now.AddMinutes(10));
        handoff.Answers.ShouldBe([new AnsweredQuestion("network", "Network", "yes"), new AnsweredQuestion("pin", "PIN", "•••"), new AnsweredQuestion("app", "App", "The old one")]);
        handoff.Evidence.ShouldBe([KeyValuePair.Create("network", Value.True), KeyValuePair.Create("pin", Value.From("•••"))]);
        handoff.Inputs.ShouldBe([KeyValuePair.Create("who", Value.From("Mia"))]);
        handoff.Path.ShouldBe(["network", "pin", "app"]);
        handoff.Fallback.ShouldBeNull();
        Handoff filled = handoff with { Attempts = [new QuestionAttempts("network", 2)] };
        HandoffJson.ReadHandoff(HandoffJson.Write(filled)).ShouldBe(filled);
    }

    [Fact]
    public void WhatTheCustomerSays_GoesToThePerson_AndBack()
    {
        FlowTalk talk = Talk();
        talk.Say("Are you there? back").ShouldBeEmpty();
        CustomerMessage message = talk.Turn.Effects.OfType<RelayEffect>().ShouldHaveSingleItem().Message;
        (message.Id, message.HandoffId, message.Text, message.At).ShouldBe(("s:5:0", "s:4:0", "Are you there? back", talk.Now));
        HandoffJson.ReadMessage(HandoffJson.Write(message)).ShouldBe(message);
        talk.Person(new PersonMessageInput("Hello, I am Jo.") { By = "jo" }).ShouldBe(["Hello, I am Jo."]);
        talk.Turn.Messages[0].Kind.ShouldBe(MessageKind.Person);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.PersonSaid, "hand", "jo"));
        talk.Session.Status.ShouldBe(SessionStatus.WithPerson);
    }

    [Fact]
    public void Person_GivesTheSessionBack_WhereTheFlowSays_OrToAStep_WithWhatTheyFoundOut()
    {
        FlowTalk talk = Talk();
        talk.Person(new PersonReturnInput { Data = [KeyValuePair.Create("network", Value.False), KeyValuePair.Create("app", Value.From("b"))], Text = "Over to the assistant." }).ShouldBe(["Over to the assistant.", "Bye, b."]);

        talk = Talk();
        talk.Person(new PersonReturnInput { Step = "network", By = "jo" }).ShouldBe(["Network?"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Returned, "hand", "jo"));
        talk.Session.Status.ShouldBe(SessionStatus.Waiting);
        talk.Back();
        talk.Turn.Reason.ShouldBe(TurnReason.Barrier);
    }

    [Fact]
    public void WhatThePersonFoundOut_IsNotAsked()
    {
        var talk = new FlowTalk(Flow(Timeout));
        talk.Start(inputs: false);
        talk.Say("what?").ShouldBe(["A colleague will be here within ten minutes."]);
        Handoff handoff = talk.Turn.Effects.OfType<HandOffEffect>().Single().Handoff;
        (handoff.Fallback!.Reason, handoff.Fallback.Step).ShouldBe((FallbackReason.Attempts, "network"));
        talk.Session.State.Fallback.ShouldBeNull("the handoff carries it");
        talk.Person(new PersonReturnInput { Step = "network", Data = [KeyValuePair.Create("network", Value.True)] }).ShouldBe(["PIN?"]);
        talk.Session.Data("network").ShouldBe(Value.True);
    }

    [Fact]
    public void Person_EndsTheSession()
    {
        FlowTalk talk = Talk();
        talk.Person(new PersonEndInput(SessionOutcome.Resolved) { Text = "All done." }).ShouldBe(["All done."]);
        (talk.Session.Status, talk.Session.Outcome).ShouldBe((SessionStatus.Ended, SessionOutcome.Resolved));
        talk.Turn.Effects.ShouldBeEmpty();
        talk.Person(new PersonMessageInput("One more thing."));
        talk.Turn.Reason.ShouldBe(TurnReason.Ended);
    }

    [Fact]
    public void NobodyCame_LeadsElsewhere_AndTheDeskHearsOfIt()
    {
        FlowTalk talk = Talk();
        talk.Advance("PT10M");
        talk.Say("hello?");
        talk.Advance("PT20M").ShouldBe(["Nobody came."]);
        Withdrawal withdrawal = talk.Turn.Effects.OfType<WithdrawEffect>().ShouldHaveSingleItem().Withdrawal;
        (withdrawal.HandoffId, withdrawal.Reason).ShouldBe(("s:4:0", "timeout"));
        HandoffJson.ReadWithdrawal(HandoffJson.Write(withdrawal)).ShouldBe(withdrawal);
    }

    [Fact]
    public void WhoeverWrites_IsThere_AndWhoeverStopsIsMissedLater()
    {
        FlowTalk talk = Talk();
        talk.Advance("PT20M");
        talk.Person(new PersonMessageInput("I am looking.") { By = "ada" });
        talk.Advance("PT29M").ShouldBeEmpty();
        talk.Turn.Session.Status.ShouldBe(SessionStatus.WithPerson);
        talk.Advance("PT1M").ShouldBe(["Nobody came."]);
    }

    [Fact]
    public void Customer_MayCancel_AndAnExpiredSessionIsTakenBack()
    {
        FlowTalk talk = Talk();
        talk.Command(SessionCommand.Restart);
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.WithPerson));
        talk.Command(SessionCommand.Cancel);
        (talk.Session.Status, talk.Session.Outcome).ShouldBe((SessionStatus.Ended, SessionOutcome.Abandoned));
        talk.Turn.Effects.OfType<WithdrawEffect>().Single().Withdrawal.Reason.ShouldBe("cancelled");

        talk = Talk(Timeout, """ "expiry": { "after": "PT20M" }, """);
        talk.Advance("PT20M");
        talk.Turn.Effects.OfType<WithdrawEffect>().Single().Withdrawal.Reason.ShouldBe("expired");
    }

    [Fact]
    public void PersonWhoHasNoSession_OrDoesWhatDoesNotFit_IsRefused()
    {
        var other = new FlowTalk(Flow(Timeout));
        other.Start(inputs: false);
        other.Person(new PersonMessageInput("Hello."));
        (other.Turn.Result, other.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.NotWithPerson));

        FlowTalk talk = Talk();
        byte[] before = SessionSnapshot.Write(talk.Session);
        foreach ((PersonInput input, string problem) in (ReadOnlySpan<(PersonInput, string)>)
        [
            (new PersonMessageInput(""), "The person says nothing. Write something."),
            (new PersonReturnInput { Step = "nowhere" }, "The session cannot go on at 'nowhere'. Name a step of the flow 'f' outside loops and interrupts."),
            (new PersonReturnInput { Step = "inside" }, "The session cannot go on at 'inside'. Name a step of the flow 'f' outside loops and interrupts."),
            (new PersonReturnInput { Data = [KeyValuePair.Create("who", Value.From("Jo"))] }, "The flow 'f' has no datum 'who'; it has network, pin, app, list."),
            (new PersonReturnInput { Data = [KeyValuePair.Create("network", Value.From(5))] }, "'network' must be true or false, but is 5."),
            (new PersonReturnInput { Data = [KeyValuePair.Create("list", Value.Null)] }, "'list' must not be null."),
            (new PersonEndInput((SessionOutcome)99), "There is no such outcome."),
        ])
        {
            talk.Person(input, $"step 'hand': {problem}");
            (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.InvalidPerson), problem);
        }

        SessionSnapshot.Write(talk.Session).ShouldBe(before);
    }

    [Theory]
    [InlineData(""" "queue": "q", "text": "t", "situation": "s" """, "GF0006", "Member 'on_return' is missing in a handoff step.")]
    [InlineData(""" "queue": "q", "text": "t", "situation": "s", "on_return": "bye", "next": "bye" """, "GF0003", "stands under 'on_return'")]
    [InlineData(""" "queue": "q", "text": "t", "situation": "s", "on_return": "nowhere" """, "GF0104", "no such step")]
    [InlineData(""" "queue": "q", "text": "t", "situation": "s", "on_return": [ { "when": "network ?? false", "goto": "bye" } ] """, "GF0105", "When no guard of 'hand' is true, nothing is next.")]
    [InlineData(""" "queue": "q", "text": "t", "situation": "{{ nobody }}", "on_return": "bye" """, "GF0202", "nobody")]
    [InlineData(""" "queue": "q", "text": "t", "situation": "s", "on_return": "bye", "evidence": [ "netwrk" ] """, "GF0103", "Did you mean 'network'?")]
    [InlineData(""" "queue": "q", "text": "t", "situation": "s", "on_return": "bye", "timeout": { "after": "PT1M", "goto": "nowhere" } """, "GF0104", "no such step")]
    public void Mistake_IsFound(string handoff, string code, string message)
    {
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(handoff)));
        string[] found = [.. result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => $"{finding.Code} {finding.Message}")];
        found.ShouldContain(finding => finding.StartsWith(code, StringComparison.Ordinal) && finding.Contains(message, StringComparison.Ordinal), string.Join('\n', found));
    }

    [Fact]
    public void Situation_ShowsNoSecret_ThatItReads() =>
        Talk(Timeout.Replace("cannot log in", "cannot log in with {{ pin }}", StringComparison.Ordinal)).Turn.Effects.OfType<HandOffEffect>().ShouldHaveSingleItem().Handoff.Situation
            .ShouldBe("Mia cannot log in with •••.\nNetwork: true.");

    [Fact]
    public void WhatIsEqualToASecretByChance_IsShown()
    {
        var talk = new FlowTalk("""
            { "flow": "f", "fallback": { "goto": "bye" }, "data": { "minor": { "type": "boolean", "optional": true }, "works": { "type": "boolean", "optional": true }, "floor": { "type": "integer", "optional": true }, "rooms": { "type": "integer", "optional": true } },
              "stages": [ { "id": "s", "steps": [
                { "id": "a", "type": "ask", "text": "Minor?", "answer": "yes_no", "sensitive": true, "save": "minor" },
                { "id": "b", "type": "ask", "text": "Floor?", "answer": { "type": "number", "integer": true }, "sensitive": true, "save": "floor" },
                { "id": "c", "type": "ask", "text": "Works?", "answer": "yes_no", "save": "works" },
                { "id": "d", "type": "ask", "text": "Rooms?", "answer": { "type": "number", "integer": true }, "save": "rooms" },
                { "id": "hand", "type": "handoff", "queue": "q", "text": "Wait.", "situation": "Works: {{ works }}", "evidence": [ "works", "minor", "rooms", "floor" ], "on_return": "bye" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Say("yes");
        talk.Say("7");
        talk.Say("yes");
        talk.Say("7");
        Handoff handoff = talk.Turn.Effects.OfType<HandOffEffect>().ShouldHaveSingleItem().Handoff;
        handoff.Evidence.ShouldBe([KeyValuePair.Create("works", Value.True), KeyValuePair.Create("minor", Value.From("•••")), KeyValuePair.Create("rooms", Value.From(7)), KeyValuePair.Create("floor", Value.From("•••"))]);
        handoff.Answers.Select(answer => answer.Answer).ShouldBe(["•••", "•••", "yes", "7"]);
    }

    [Fact]
    public void NobodyCame_AndWhereThatLeadsFails_TheDeskHearsOfItAllTheSame()
    {
        var talk = new FlowTalk("""
            { "flow": "f", "fallback": { "goto": "lost" }, "data": { "list": { "type": "list of text", "default": [] } },
              "stages": [ { "id": "s", "steps": [
                { "id": "hand", "type": "handoff", "queue": "q", "text": "Wait.", "situation": "x", "on_return": "lost", "timeout": { "after": "PT1H", "goto": "said" } },
                { "id": "said", "type": "say", "text": "{{ list[5].size + 1 }}" },
                { "id": "lost", "type": "end", "outcome": "unresolved" } ] } ] }
            """);
        talk.Start(inputs: false);
        talk.Now += TimeSpan.FromHours(1);
        Turn turn = GuidanceEngine.Step(talk.Session.Flow, talk.Session, new TimerInput(SessionTimer.Handoff, talk.Session.Timers[0].Visit), talk.Now);
        (turn.Error is null, turn.Session.Outcome).ShouldBe((false, SessionOutcome.Unresolved));
        turn.Effects.OfType<WithdrawEffect>().ShouldHaveSingleItem().Withdrawal.Reason.ShouldBe("timeout");
    }
}
