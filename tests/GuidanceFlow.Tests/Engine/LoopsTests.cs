using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Loops".</summary>
public sealed class LoopsTests
{
    private const string People =
        """ "inputs": { "people": { "type": "list", "of": { "type": "object", "fields": { "name": "text", "age": "integer" } } } }, """;

    private static Value Person(string name, int age) => Conversation.Object(("name", Conversation.Text(name)), ("age", Value.From(age)));

    [Fact]
    public void The_list_is_filtered_and_ordered_ascending_and_stable()
    {
        Flow flow = Flows.Of(
            """{ "id": "all", "type": "each", "in": "people", "as": "p", "where": "p.age > 0", "order_by": "p.age", "steps": [ { "id": "tell", "type": "say", "text": "{{ p.name }} {{ loop.index }}/{{ loop.count }} {{ loop.first }} {{ loop.last }}" } ] }""",
            People);

        new Conversation(flow, ("people", Conversation.List(Person("a", 3), Person("b", 1), Person("x", 0), Person("c", 3), Person("d", 1), Person("e", 2))))
            .Said.ShouldBe(["b 1/5 true false", "d 2/5 false false", "e 3/5 false false", "a 4/5 false false", "c 5/5 false true", "Bye."]);
    }

    [Fact]
    public void Texts_are_ordered_by_code_unit()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "people", "as": "p", "order_by": "p.name", "steps": [ { "id": "tell", "type": "say", "text": "{{ p.name }}" } ] }""", People);
        new Conversation(flow, ("people", Conversation.List(Person("é", 3), Person("b", 1), Person("Z", 0), Person("a", 3)))).Said.ShouldBe(["Z", "a", "b", "é", "Bye."]);
    }

    [Fact]
    public void The_items_are_frozen_on_entering()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "words", "as": "w", "where": "w != skip", "order_by": "w", "steps": [
              { "id": "change", "type": "set", "values": { "words": "['z']", "skip": "'c'" } },
              { "id": "q", "type": "ask", "text": "{{ w }} of {{ words.size }}", "answer": "yes_no" } ] }
            """,
            """ "data": { "words": { "type": "list", "of": "text", "default": ["c", "a", "b"] }, "skip": { "type": "text", "default": "b" } }, """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["a of 1"]);
        talk.Reread().Say("yes").Said.ShouldBe(["c of 1"]);
        talk.Say("yes", "yes").Said.ShouldBe(["Bye."]);
    }

    [Fact]
    public void The_items_are_frozen_before_collect_empties_its_lists_so_that_a_list_can_be_gone_through_again()
    {
        // "Those that failed, once more": the loop reads the list it collects into.
        Flow flow = Flows.Of(
            """
            { "id": "retry", "type": "each", "in": "open", "as": "o", "collect": { "open": "answers['works'] == true ? null : o" }, "steps": [
              { "id": "works", "type": "ask", "text": "{{ o }}?", "answer": "yes_no" } ] },
            { "id": "tell", "type": "say", "text": "still open: {{ open | array.join ',' }}" }
            """,
            """ "data": { "open": { "type": "list", "of": "text", "default": ["a", "b"] } }, """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["a?"]);
        talk.Say("yes", "no").Said.ShouldBe(["still open: b", "Bye."]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("people")]
    public void An_empty_list_runs_the_body_not_at_all(string list)
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "LIST", "as": "p", "collect": { "seen": "'x'" }, "steps": [ { "id": "tell", "type": "say", "text": "never" } ] },
            { "id": "count", "type": "say", "text": "{{ seen.size }}" }
            """.Replace("LIST", list, StringComparison.Ordinal),
            People + """ "data": { "seen": { "type": "list", "of": "text", "default": ["left over"] } }, """);

        var talk = new Conversation(flow, ("people", Conversation.List()));
        talk.Entered.ShouldBe(["all", "count", "bye"]);
        talk.Said[0].ShouldBe("0");
    }

    [Fact]
    public void A_list_filtered_to_nothing_runs_the_body_not_at_all()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "people", "as": "p", "where": "p.age > 9", "steps": [ { "id": "tell", "type": "say", "text": "never" } ] }""", People);
        new Conversation(flow, ("people", Conversation.List(Person("a", 1)))).Entered.ShouldBe(["all", "bye"]);
    }

    [Fact]
    public void Collect_appends_at_the_end_of_every_item_in_order_and_null_not_at_all()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2, 3]", "as": "n", "collect": { "odd": "n == 2 ? null : n", "sizes": "odd.size" }, "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" } ] },
            { "id": "tell", "type": "say", "text": "{{ odd | array.join ',' }} {{ sizes | array.join ',' }}" }
            """,
            """ "data": { "odd": { "type": "list", "of": "integer", "default": [] }, "sizes": { "type": "list", "of": "integer", "default": [] } }, """);

        new Conversation(flow).Say("yes", "yes", "yes").Said[0].ShouldBe("1,3 1,1,2");
    }

    [Fact]
    public void Collect_empties_its_lists_on_entering_again()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2]", "as": "n", "collect": { "seen": "n" }, "steps": [ { "id": "tell", "type": "say", "text": "{{ seen.size }}" } ] },
            { "id": "again", "type": "ask", "text": "{{ seen | array.join ',' }}", "answer": "yes_no", "next": [ { "when": "answer", "goto": "all" }, { "goto": "@next" } ] }
            """,
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [9, 9] } }, """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["0", "1", "1,2"]);
        talk.Say("yes").Said.ShouldBe(["0", "1", "1,2"]);
    }

    [Fact]
    public void Break_collects_the_item_it_leaves()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2, 3]", "as": "n", "collect": { "seen": "n" }, "steps": [ { "id": "b", "type": "branch", "next": [ { "when": "n == 2", "goto": "@break" }, { "goto": "@next" } ] } ] },
            { "id": "tell", "type": "say", "text": "{{ seen | array.join ',' }}" }
            """,
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [] } }, """);

        new Conversation(flow).Said[0].ShouldBe("1,2");
    }

    [Theory]
    [InlineData("next_item", "1 false,2 true,3 false", "ItemStarted:all:1 ItemStarted:all:2 ItemFailed:all:2 ItemStarted:all:3")]
    [InlineData("stop", "1 false,2 true", "ItemStarted:all:1 ItemStarted:all:2 ItemFailed:all:2")]
    public void A_failed_item_follows_on_failure_and_failed_is_true_while_it_is_collected(string policy, string seen, string events)
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2, 3]", "as": "n", "on_failure": "POLICY", "collect": { "seen": "(n | string.append '') + ' ' + (loop.failed ? 'true' : 'false')" }, "steps": [
              { "id": "b", "type": "branch", "next": [ { "when": "n == 2", "goto": "@fail" }, { "goto": "@next" } ] } ] },
            { "id": "tell", "type": "say", "text": "{{ seen | array.join ',' }}" },
            { "id": "file", "type": "ticket", "ticket": "help" }
            """.Replace("POLICY", policy, StringComparison.Ordinal).Replace("(n | string.append '')", "'' + n", StringComparison.Ordinal),
            """ "data": { "seen": { "type": "list", "of": "text", "default": [] } }, """);

        var talk = new Conversation(flow);
        talk.Said[0].ShouldBe(seen);
        string.Join(' ', talk.Events.Where(entry => entry.StartsWith("Item", StringComparison.Ordinal))).ShouldBe(events);
        talk.Ticket.Fallback.ShouldBeNull();
    }

    [Fact]
    public void A_fallback_inside_the_body_fails_the_item_and_its_reason_is_seen_while_it_is_collected()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2]", "as": "n", "on_failure": "next_item", "collect": { "seen": "fallback.reason ?? 'fine'" }, "steps": [ QUESTION ] },
            { "id": "tell", "type": "say", "text": "{{ seen | array.join ',' }} {{ fallback.reason ?? 'over' }}" }
            """.Replace("QUESTION", Flows.YesNo("q"), StringComparison.Ordinal),
            """ "data": { "seen": { "type": "list", "of": "text", "default": [] } }, """);

        var talk = new Conversation(flow).Say("x", "x", "x");
        talk.At.ShouldBe("q");
        talk.Say("yes").Said[0].ShouldBe("attempts,fine over");
    }

    [Fact]
    public void Through_a_loop_without_a_policy_the_fallback_keeps_its_own_reason()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1]", "as": "a", "on_failure": "next_item", "collect": { "seen": "(fallback.reason ?? 'fine') + (fallback.step ?? '')" }, "steps": [
              { "id": "inner", "type": "each", "in": "[1]", "as": "b", "steps": [ QUESTION ] } ] },
            { "id": "tell", "type": "say", "text": "{{ seen | array.join ',' }}" }
            """.Replace("QUESTION", Flows.YesNo("q"), StringComparison.Ordinal),
            """ "data": { "seen": { "type": "list", "of": "text", "default": [] } }, """);

        var talk = new Conversation(flow).Say("x", "x", "x");
        talk.Said[0].ShouldBe("attemptsq");
        talk.Events.Count(entry => entry.StartsWith("FellBack", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_failed_item_without_a_policy_takes_the_inherited_fallback_with_the_reason_item_failed()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1]", "as": "a", "collect": { "seen": "a" }, "steps": [
              { "id": "inner", "type": "each", "in": "[1]", "as": "b", "steps": [ { "id": "no", "type": "branch", "next": [ { "when": "b == 1", "goto": "@fail" }, { "goto": "@next" } ] } ] } ] }
            """,
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [] } }, """);

        var talk = new Conversation(flow);
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.ItemFailed, "main", "no", 0, default));
        talk.Session.Data("seen").ShouldBe(Conversation.List());
        talk.Session.State.Loop.ShouldBeNull();
    }

    [Fact]
    public void An_item_failed_in_an_inner_loop_fails_the_item_of_the_outer_loop_whose_policy_it_is()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1, 2]", "as": "a", "on_failure": "next_item", "collect": { "seen": "loop.failed ? 0 - a : a" }, "steps": [
              { "id": "inner", "type": "each", "in": "[1, 2]", "as": "b", "collect": { "pairs": "b" }, "steps": [ { "id": "no", "type": "branch", "next": [ { "when": "a == 1 && b == 2", "goto": "@fail" }, { "goto": "@next" } ] } ] } ] },
            { "id": "tell", "type": "say", "text": "{{ seen | array.join ',' }}" }
            """,
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [] }, "pairs": { "type": "list", "of": "integer", "default": [] } }, """);

        new Conversation(flow).Said[0].ShouldBe("-1,2");
    }

    [Fact]
    public void Dealing_with_a_failed_item_does_not_take_back_an_earlier_fallback_no_ticket_carries_yet()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q", "\"fallback\": { \"goto\": \"all\" }")
            + """
              , { "id": "all", "type": "each", "in": "[1]", "as": "n", "on_failure": "next_item", "steps": [ { "id": "no", "type": "branch", "next": "@fail" } ] }
              , { "id": "file", "type": "ticket", "ticket": "help" }
              """);

        FallbackInfo carried = new Conversation(flow).Say("a", "b", "c").Ticket.Fallback.ShouldNotBeNull();
        carried.Step.ShouldBe("q");
        carried.Reason.ShouldBe(FallbackReason.Attempts);
    }

    [Fact]
    public void A_step_that_always_fails_its_item_leads_to_the_end_over_the_inherited_fallback()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "[1]", "as": "n", "steps": [ { "id": "give-up", "type": "say", "text": "A colleague looks at this.", "next": "@fail" } ] }""");
        new Conversation(flow).Ticket.Fallback!.Reason.ShouldBe(FallbackReason.ItemFailed);
    }

    [Fact]
    public void A_hundred_items_with_a_question_each_are_asked_one_after_the_other()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "1..100", "as": "n", "collect": { "seen": "n" }, "steps": [ QUESTION ] }""".Replace("QUESTION", Flows.YesNo("q"), StringComparison.Ordinal),
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [] } }, """);
        var talk = new Conversation(flow);
        for (int i = 0; i < 100; i++)
        {
            talk.At.ShouldBe("q");
            talk.Say("yes");
        }

        talk.Session.Outcome.ShouldBe(SessionOutcome.Resolved);
        talk.Session.Data("seen").ShouldBe(Conversation.Numbers([.. Enumerable.Range(1, 100)]));
    }
}
