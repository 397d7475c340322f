using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "One turn".</summary>
public sealed class OneTurnTests
{
    [Fact]
    public void Each_message_is_rendered_when_its_step_is_entered_with_the_data_as_they_are_then()
    {
        Flow flow = Flows.Of(
            """
            { "id": "a", "type": "say", "text": "{{ n }}" },
            { "id": "up", "type": "set", "values": { "n": "n + 1" } },
            { "id": "b", "type": "say", "text": "{{ n }}" },
            { "id": "q", "type": "ask", "text": "{{ n }}?", "answer": { "type": "number", "integer": true }, "save": "n" },
            { "id": "c", "type": "say", "text": "{{ n }}" }
            """,
            """ "data": { "n": { "type": "integer", "default": 1 } }, """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["1", "2", "2?"]);
        talk.Say("40").Said.ShouldBe(["40", "Bye."]);
    }

    [Fact]
    public void Events_come_in_order_exited_routed_entered_or_skipped_said()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q", "\"save\": \"ok\", \"next\": [{ \"when\": \"ok && true\", \"goto\": \"on\" }, { \"goto\": \"bye\" }]")
            + """
              , { "id": "on", "type": "branch", "when": "!ok", "next": "@next" }
              , { "id": "more", "type": "say", "text": "more", "next": "@next" }
              , { "id": "file", "type": "ticket", "ticket": "help", "text": "filed" }
              """,
            """ "data": { "ok": "boolean" }, """);

        var talk = new Conversation(flow);
        talk.Events.ShouldBe(["Started:", "Entered:q", "Said:q"]);
        talk.Say("yes");
        talk.Events.ShouldBe(
        [
            "Answered:q", "Exited:q", "Routed:q:on [ok && true]", "Skipped:on", "Entered:more", "Said:more", "Exited:more", "Routed:more:file",
            "Entered:file", "TicketFiled:file:" + talk.Ticket.Reference, "Said:file", "Exited:file", "Routed:file:bye", "Entered:bye", "Said:bye", "Ended:bye:resolved",
        ]);
        talk.Entered.ShouldBe(["on", "more", "file", "bye"]);
    }

    [Fact]
    public void Loops_and_known_answers_have_events_of_their_own()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q") + """, { "id": "all", "type": "each", "in": "[1, 2]", "as": "n", "steps": [ { "id": "b", "type": "branch", "next": [ { "when": "n == 2", "goto": "@break" }, { "goto": "@next" } ] } ] }""");

        new Conversation(flow, new StartRequest { SessionId = "s", Known = Conversation.Named(("q", Value.True)) }).Events.ShouldBe(
        [
            "Started:", "Entered:q", "KnownAnswer:q", "Exited:q", "Routed:q:all", "Entered:all", "ItemStarted:all:1", "Entered:b", "Exited:b", "Routed:b:@next",
            "ItemStarted:all:2", "Entered:b", "Exited:b", "Routed:b:@break [n == 2]", "Exited:all", "Routed:all:bye", "Entered:bye", "Said:bye", "Ended:bye:resolved",
        ]);
    }

    [Fact]
    public void A_turn_enters_at_most_a_thousand_steps()
    {
        // The loop itself, its items and the end: 1,000 in all.
        string Loop(int items) => """{ "id": "all", "type": "each", "in": "1..COUNT", "as": "n", "steps": [ { "id": "b", "type": "branch", "next": "@next" } ] }""".Replace("COUNT", items.ToString(), StringComparison.Ordinal);
        var most = new Conversation(Flows.Of(Loop(998)));
        most.Turn.Error.ShouldBeNull();
        most.Entered.Length.ShouldBe(1_000);

        var more = new Conversation(Flows.Of(Loop(999)));
        more.Turn.Error!.ToString().ShouldBe("step 'bye': More than 1000 steps in one turn; put a question into the cycle.");
    }

    [Fact]
    public void A_loop_over_1100_items_without_a_question_falls_back_with_the_reason_error()
    {
        Flow flow = Flows.Of(Flows.YesNo("q") + """, { "id": "all", "type": "each", "in": "1..1100", "as": "n", "collect": { "seen": "n" }, "steps": [ { "id": "b", "type": "say", "text": "{{ n }}" } ] }""",
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [] } }, """);

        var talk = new Conversation(flow).Say("yes");
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Turn.Error!.Step.ShouldBe("b");
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Error, "main", "q", 0, default));
        talk.Said.ShouldHaveSingleItem().ShouldStartWith("Ticket ");
        talk.Session.Data("seen").ShouldBe(Conversation.List());
        talk.Session.Answer("q").ShouldBe(Value.Null);
        talk.Session.Path.ShouldBeEmpty();
    }

    [Fact]
    public void A_template_that_fails_throws_the_turn_away_and_takes_the_questions_fallback()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "number", "integer": true }, "save": "n" },
            { "id": "file", "type": "ticket", "ticket": "help", "text": "regular" },
            { "id": "tell", "type": "say", "text": "{{ 10 // n }}" }
            """,
            """ "data": { "n": { "type": "integer", "default": 7 } }, """);

        new Conversation(flow).Say("5").Said.ShouldBe(["regular", "2", "Bye."]);
        var talk = new Conversation(flow).Say("what", "0");
        talk.Turn.Error!.Step.ShouldBe("tell");
        talk.Turn.Error.Details.ShouldHaveSingleItem().ShouldContain("zero");

        // Nothing of the thrown-away run is left: no datum, no second ticket, no message.
        talk.Session.Data("n").ShouldBe(Value.From(7));
        talk.Ticket.Step.ShouldBe("open-ticket");
        talk.Ticket.Id.ShouldBe("s1:3:0");
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Error, "main", "q", 1, ["what"]));
        talk.Said.Length.ShouldBe(1);
        talk.Events[0].ShouldBe("FellBack:q:error");
        talk.Session.Turn.ShouldBe(3);
    }

    [Fact]
    public void A_guard_that_is_neither_true_nor_false_is_a_failure()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q", "\"next\": [{ \"when\": \"(row.flags | array.map 'on')[0]\", \"goto\": \"bye\" }, { \"goto\": \"@next\" }]"),
            """ "inputs": { "row": { "type": "object", "fields": { "flags": { "type": "list", "of": { "type": "object", "fields": { "on": "boolean" } } } } } }, """);

        var talk = new Conversation(flow, ("row", Conversation.Object(("flags", Conversation.List())))).Say("yes");
        talk.Turn.Error!.Step.ShouldBe("q");
        talk.Ticket.Fallback!.Reason.ShouldBe(FallbackReason.Error);
    }

    [Fact]
    public void A_filter_that_is_neither_true_nor_false_is_a_failure_too()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q") + """, { "id": "all", "type": "each", "in": "rows", "as": "row", "where": "(row.flags | array.map 'on')[0]", "steps": [ { "id": "b", "type": "branch", "next": "@next" } ] }""",
            """ "inputs": { "rows": { "type": "list", "of": { "type": "object", "fields": { "flags": { "type": "list", "of": { "type": "object", "fields": { "on": "boolean" } } } } } } }, """);

        new Conversation(flow, ("rows", Conversation.List(Conversation.Object(("flags", Conversation.List(Conversation.Object(("on", Value.True)))))))).Say("yes").Entered.ShouldBe(["all", "b", "bye"]);
        var talk = new Conversation(flow, ("rows", Conversation.List(Conversation.Object(("flags", Conversation.List()))))).Say("yes");
        talk.Turn.Error!.Step.ShouldBe("all");
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_a_failure()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": ["list", "null", "choice", "fine"] }, "next": [
                { "when": "answer == 'list'", "goto": "bad-list" }, { "when": "answer == 'null'", "goto": "bad-null" }, { "when": "answer == 'choice'", "goto": "bad-choice" }, { "goto": "bye" } ] },
            { "id": "bad-list", "type": "set", "values": { "n": "(mixed | array.map 'x')[0]" }, "next": "bye" },
            { "id": "bad-null", "type": "set", "values": { "n": "(mixed | array.map 'y')[0]" }, "next": "bye" },
            { "id": "bad-choice", "type": "set", "values": { "level": "(mixed | array.map 'x')[0]" }, "next": "bye" }
            """,
            """ "data": { "n": { "type": "integer", "default": 1 }, "level": { "type": "choice", "values": ["low", "high"], "default": "low" }, "mixed": { "type": "list", "of": { "type": "object", "fields": { "x": "text", "y": { "type": "text", "optional": true } } }, "default": [ { "x": "text" } ] } }, """);

        foreach ((string answer, string step) in new[] { ("list", "bad-list"), ("null", "bad-null"), ("choice", "bad-choice") })
        {
            var talk = new Conversation(flow).Say(answer);
            talk.Turn.Error.ShouldNotBeNull(answer).Step.ShouldBe(step);
            talk.Ticket.Fallback!.Reason.ShouldBe(FallbackReason.Error);
            talk.Session.Data("n").ShouldBe(Value.From(1));
        }
    }

    [Fact]
    public void A_failing_retry_text_is_a_failure()
    {
        Flow flow = Flows.Of(Flows.YesNo("q", "\"retry\": { \"texts\": [\"{{ 1 // zero }}\"] }"), """ "data": { "zero": { "type": "integer", "default": 0 } }, """);
        var talk = new Conversation(flow).Say("x");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Error, "main", "q", 0, default));
    }

    [Fact]
    public void A_failing_condition_of_an_option_is_a_failure_when_it_is_answered()
    {
        // It can be asked in turn 1; from turn 2 on the condition fails.
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "a", "when": "1 // (2 - session.turn) < 9" }, "b" ] } }""");

        var talk = new Conversation(flow).Say("x");
        talk.At.ShouldBe("q");
        talk.Where.Expects!.Options.ShouldBeEmpty();
        talk.Say("b").Turn.Error!.Step.ShouldBe("q");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Error, "main", "q", 1, ["x"]));
    }

    [Fact]
    public void A_failure_in_the_first_turn_takes_the_flows_fallback()
    {
        var talk = new Conversation(Flows.Of("""{ "id": "a", "type": "say", "text": "{{ 1 // zero }}" }, """ + Flows.YesNo("q"), """ "data": { "zero": { "type": "integer", "default": 0 } }, """));
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Turn.Error!.Step.ShouldBe("a");
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Error, null, null, 0, default));
        talk.Events[0].ShouldBe("FellBack::error");
        talk.Session.Turn.ShouldBe(1);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Fact]
    public void A_failure_in_the_first_turn_without_a_fallback_is_refused()
    {
        Flow flow = Flows.FromText("""{ "flow": "f", "data": { "zero": { "type": "integer", "default": 0 } }, "stages": [ { "id": "m", "steps": [ { "id": "a", "type": "end", "outcome": "resolved", "text": "{{ 1 // zero }}" } ] } ] }""");
        var talk = new Conversation(flow);
        talk.Turn.Result.ShouldBe(TurnResult.Refused);
        talk.Turn.Reason.ShouldBe(TurnReason.Error);
        talk.Session.Status.ShouldBe(SessionStatus.New);
    }

    [Fact]
    public void When_the_fallback_fails_too_the_input_is_refused_and_the_session_unchanged()
    {
        string text = Flows.TextOf(Flows.YesNo("q", "\"next\": [{ \"when\": \"1 // zero == 1\", \"goto\": \"bye\" }, { \"goto\": \"@next\" }]"), """ "data": { "zero": { "type": "integer", "default": 0 } }, """)
            .Replace("Ticket {{ ticket.reference }}.", "{{ 1 // zero }}", StringComparison.Ordinal);
        var talk = new Conversation(Flows.FromText(text)).Say("x", "x");
        byte[] before = talk.Bytes;
        GuidanceSession session = talk.Session;

        foreach (string answer in new[] { "yes", "x" })
        {
            talk.Say(answer);
            talk.Turn.Result.ShouldBe(TurnResult.Refused);
            talk.Turn.Reason.ShouldBe(TurnReason.Error);
            talk.Turn.Error!.ToString().ShouldContain("The fallback failed too:");
            talk.Turn.Effects.ShouldBeEmpty();
            talk.Session.ShouldBeSameAs(session);
            talk.Bytes.ShouldBe(before);
        }
    }

    [Fact]
    public void Labels_that_read_themselves_end()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "{{ labels['q'] ?? 'none' }}", "answer": { "type": "choice", "options": [ { "value": "a", "label": "A{{ labels['q'] ?? '' }}" }, { "value": "b" } ] }, "next": [ { "when": "session.turn < 4", "goto": "q" }, { "goto": "@next" } ] }
            """);

        var talk = new Conversation(flow);
        talk.Say("a").Session.Turn.ShouldBe(2);
        talk.Say("b").Said.ShouldBe(["b"]);
    }

    [Fact]
    public void Tickets_leave_with_the_turn_that_files_them_and_only_with_it()
    {
        Flow flow = Flows.Of("""{ "id": "one", "type": "ticket", "ticket": "help" }, { "id": "two", "type": "ticket", "ticket": "help" }, """ + Flows.YesNo("q"));
        var talk = new Conversation(flow);
        talk.Turn.Effects.Select(effect => effect.Id).ShouldBe(["s1:1:0", "s1:1:1"]);
        talk.Say("x").Turn.Effects.ShouldBeEmpty();
    }
}
