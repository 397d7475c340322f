using System.Text.RegularExpressions;
using GuidanceFlow.Actions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Time and identity".</summary>
public sealed class TimeAndIdentityTests
{
    private static readonly Flow Tickets = Flows.FromText(
        """
        { "flow": "f", "version": 3, "fallback": { "goto": "bye" },
          "inputs": { "who": "text" }, "data": { "n": "integer", "later": { "type": "text", "optional": true } },
          "tickets": {
            "a": { "kind": "promise", "queue": "q1", "priority": "urgent", "respond_within": "PT90M", "subject": "{{ who }} {{ ticket.reference }}", "body": "{{ ticket.due | date.to_string '%H:%M' }} {{ session.path | array.join '+' }}", "evidence": ["n", "who", "later"] },
            "b": { "queue": "q2", "subject": "b", "body": "{{ ticket.due ?? 'never' }}" } },
          "stages": [ { "id": "main", "steps": [
            { "id": "n", "type": "ask", "text": "?", "answer": { "type": "number", "integer": true }, "save": "n" },
            { "id": "one", "type": "ticket", "ticket": "a", "text": "{{ ticket.reference }} {{ ticket.due | date.to_string '%H:%M' }}" },
            { "id": "two", "type": "ticket", "ticket": "b" },
            { "id": "q", "type": "ask", "text": "{{ ticket.reference }}", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """);

    [Fact]
    public void Random_numbers_follow_from_the_session_its_turn_and_the_template()
    {
        Flow dice = Flows.FromText(
            """
            { "flow": "f", "fallback": { "goto": "bye" }, "stages": [ { "id": "main", "steps": [
              { "id": "say", "type": "say", "text": "{{ math.random 0 1000000 }}" },
              { "id": "q", "type": "ask", "text": "The die shows {{ math.random 0 1000000 }}.", "answer": "yes_no", "next": [ { "when": "answer", "goto": "q" }, { "goto": "bye" } ] },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        string[] Thrown(string session)
        {
            var talk = new Conversation(dice, new StartRequest { SessionId = session });
            string[] first = talk.Said;
            talk.Say("yes");
            return [.. first, .. talk.Said];
        }

        Thrown("a").ShouldBe(Thrown("a"));
        Thrown("a").Concat(Thrown("b")).Select(text => Regex.Match(text, "[0-9]+").Value).Distinct().Count().ShouldBe(6);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("wait")]
    [InlineData("call")]
    [InlineData("handoff")]
    public void Timers_at_the_end_of_the_calendar_are_no_trap(string step)
    {
        Flow flow = Flows.FromText(
            """
            { "flow": "f", "inputs": { "first": "text" }, "fallback": { "goto": "bye" }, "expiry": { "after": "P14D" }, "silence": { "remind_after": "PT5M", "give_up_after": "PT30M" },
              "actions": { "find": {} },
              "stages": [ { "id": "main", "steps": [
                { "id": "start", "type": "branch", "next": [ { "when": "first == 'ask'", "goto": "ask" }, { "when": "first == 'wait'", "goto": "wait" }, { "when": "first == 'call'", "goto": "call" }, { "goto": "handoff" } ] },
                { "id": "ask", "type": "ask", "text": "Well?", "answer": "yes_no" },
                { "id": "wait", "type": "wait", "text": "Wait.", "for": "P1D", "answer": "yes_no" },
                { "id": "call", "type": "call", "action": "find", "retries": 2 },
                { "id": "handoff", "type": "handoff", "queue": "q", "respond_within": "P1D", "text": "Wait.", "situation": "?", "on_return": "bye", "timeout": { "after": "P1D", "goto": "bye" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        DateTimeOffset now = DateTimeOffset.MaxValue.AddSeconds(-1);
        Turn turn = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Inputs = Conversation.Named(("first", Conversation.Text(step))) }, now);
        turn = turn.Effects.OfType<RunActionEffect>().SingleOrDefault() is { Call: var call }
            ? GuidanceEngine.Step(flow, turn.Session, new ActionResultInput(call.Id, call.Attempt, ActionResult.Failed(ActionErrors.Timeout)), now)
            : turn;

        turn.Session.Timers.Count.ShouldBeGreaterThan(1);
        turn.Session.Timers.ShouldAllBe(timer => timer.Due == DateTimeOffset.MaxValue);
    }

    [Fact]
    public void A_ticket_carries_everything_and_its_id_is_session_turn_index()
    {
        var talk = new Conversation(Tickets, new StartRequest { SessionId = "s:1", Inputs = Conversation.Named(("who", Conversation.Text("Ann"))), CustomerKey = "c-9", Locale = "en-GB" }) { Now = new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.FromHours(2)) };
        talk.Say("4");

        talk.Tickets.Length.ShouldBe(2);
        Ticket first = talk.Tickets[0];
        first.ShouldBe(new Ticket
        {
            Id = "s:1:2:0",
            Reference = first.Reference,
            Definition = "a",
            Kind = TicketKind.Promise,
            Queue = "q1",
            Priority = TicketPriority.Urgent,
            Subject = "Ann " + first.Reference,
            Body = "22:30 n",
            CreatedAt = new DateTimeOffset(2026, 3, 2, 21, 0, 0, TimeSpan.Zero),
            Due = new DateTimeOffset(2026, 3, 2, 22, 30, 0, TimeSpan.Zero),
            Evidence = [KeyValuePair.Create("n", Value.From(4)), KeyValuePair.Create("who", Conversation.Text("Ann")), KeyValuePair.Create("later", Value.Null)],
            Path = ["n"],
            Fallback = null,
            SessionId = "s:1",
            FlowId = "f",
            FlowVersion = 3,
            Turn = 2,
            Step = "one",
            CustomerKey = "c-9",
            Locale = "en",
        });
        first.CreatedAt.Offset.ShouldBe(TimeSpan.Zero);
        talk.Said.ShouldBe([first.Reference + " 22:30", talk.Tickets[1].Reference]);

        Ticket second = talk.Tickets[1];
        second.Id.ShouldBe("s:1:2:1");
        second.Kind.ShouldBe(TicketKind.Issue);
        second.Due.ShouldBeNull();
        second.Body.ShouldBe("never");
        second.Reference.ShouldNotBe(first.Reference);
        TicketJson.Read(TicketJson.Write(first)).ShouldBe(first);
    }

    [Fact]
    public void A_reference_is_twelve_characters_of_crockfords_base_32_and_made_from_the_id_alone()
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < 200; i++)
        {
            Ticket ticket = new Conversation(Tickets, new StartRequest { SessionId = "s" + i, Inputs = Conversation.Named(("who", Conversation.Text("x"))) }).Say("1").Tickets[0];
            Regex.IsMatch(ticket.Reference, "^[0-9A-HJKMNP-TV-Z]{12}$").ShouldBeTrue(ticket.Reference);
            references.Add(ticket.Reference).ShouldBeTrue();
        }

        new Conversation(Tickets, ("who", Conversation.Text("a"))).Say("1").Tickets[0].Reference.ShouldBe(new Conversation(Tickets, ("who", Conversation.Text("b"))) { Now = DateTimeOffset.MinValue }.Say("5").Tickets[0].Reference);
    }

    [Fact]
    public void A_time_so_late_that_no_answer_can_be_promised_for_it_is_no_exception()
    {
        var talk = new Conversation(Tickets, ("who", Conversation.Text("a"))) { Now = DateTimeOffset.MaxValue };
        Should.NotThrow(() => talk.Say("1"));
        talk.Tickets[0].Due.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public void The_same_arguments_give_the_same_turn()
    {
        var one = new Conversation(Tickets, ("who", Conversation.Text("a"))).Say("1");
        var other = new Conversation(Tickets, ("who", Conversation.Text("a"))).Say("1");
        one.Bytes.ShouldBe(other.Bytes);
        one.Turn.Events.ShouldBe(other.Turn.Events);
        one.Turn.Messages.ShouldBe(other.Turn.Messages);
        one.Turn.Effects.ShouldBe(other.Turn.Effects);
    }

    [Fact]
    public void Now_is_the_turns_and_started_the_first_turns()
    {
        Flow flow = Flows.Of(Flows.YesNo("q") + """, { "id": "tell", "type": "say", "text": "{{ date.now | date.to_string '%H:%M' }} {{ session.started | date.to_string '%H:%M' }} {{ session.turn }}" }""");
        new Conversation(flow) { Now = Conversation.Noon.AddMinutes(5) }.Say("yes").Said[0].ShouldBe("12:05 12:00 2");
    }

    [Fact]
    public void Wording_may_change_under_a_running_session_and_structure_may_not()
    {
        Flow Version(string text, string answer) => Flows.Of("""{ "id": "q", "type": "ask", "text": "TEXT", "answer": ANSWER }""".Replace("TEXT", text, StringComparison.Ordinal).Replace("ANSWER", answer, StringComparison.Ordinal));
        Flow before = Version("Old", """{ "type": "choice", "options": [ { "value": "a", "label": "A" }, "b" ] }""");
        Flow reworded = Version("New", """{ "type": "choice", "options": [ { "value": "a", "label": "An A", "synonyms": ["first"] }, "b" ] }""");
        Flow other = Version("Old", """{ "type": "choice", "options": [ "a", "b", "c" ] }""");
        reworded.StructureHash.ShouldBe(before.StructureHash);
        reworded.TextHash.ShouldNotBe(before.TextHash);
        other.StructureHash.ShouldNotBe(before.StructureHash);

        byte[] snapshot = new Conversation(before).Bytes;
        GuidanceSession session = SessionSnapshot.Read(reworded, snapshot).Session.ShouldNotBeNull();
        GuidanceEngine.Describe(reworded, session, Conversation.Noon).Question!.Text.ShouldBe("New");
        GuidanceEngine.Step(reworded, session, new AnswerInput("first"), Conversation.Noon).Result.ShouldBe(TurnResult.Accepted);
        SessionSnapshot.Read(other, snapshot).Problem.ShouldBe(SnapshotProblem.FlowMismatch);
    }
}
