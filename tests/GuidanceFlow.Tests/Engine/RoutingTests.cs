using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Routing".</summary>
public sealed class RoutingTests
{
    [Fact]
    public void Without_next_the_following_step_is_next_and_behind_a_stage_the_next_stage()
    {
        Flow flow = Flows.FromText(
            """
            { "flow": "f", "stages": [
              { "id": "a", "steps": [ { "id": "one", "type": "say", "text": "1" }, { "id": "two", "type": "say", "text": "2" } ] },
              { "id": "b", "steps": [ { "id": "three", "type": "end", "outcome": "resolved", "text": "3" } ] }
            ] }
            """);

        var talk = new Conversation(flow);

        talk.Said.ShouldBe(["1", "2", "3"]);
        talk.Entered.ShouldBe(["one", "two", "three"]);
        talk.Session.Status.ShouldBe(GuidanceFlow.Sessions.SessionStatus.Ended);
    }

    [Fact]
    public void Behind_the_last_step_of_a_body_comes_the_next_item()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2]", "as": "n", "steps": [ { "id": "one", "type": "say", "text": "{{ n }}" } ] }
            """);

        new Conversation(flow).Entered.ShouldBe(["all", "one", "one", "bye"]);
    }

    [Theory]
    [InlineData("PATH")]
    [InlineData("\"next\": \"last\"")]
    public void A_way_out_of_the_flow_without_an_end_is_a_compile_error(string next)
    {
        string text =
            """
            { "flow": "f", "stages": [ { "id": "a", "steps": [
              { "id": "one", "type": "say", "text": "1" NEXT },
              { "id": "last", "type": "say", "text": "2" } ] } ] }
            """.Replace("NEXT", next == "PATH" ? string.Empty : ", " + next, StringComparison.Ordinal);

        Flows.ErrorsOf(text).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(1, "first")]
    [InlineData(2, "second")]
    [InlineData(3, "second")]
    [InlineData(9, "third")]
    public void The_first_route_whose_guard_is_true_wins(int n, string winner)
    {
        Flow flow = Flows.Of(
            """
            { "id": "choose", "type": "branch", "next": [ { "when": "n == 1", "goto": "first" }, { "when": "n < 4", "goto": "second" }, { "when": "n == 3 || n == 5", "goto": "first" }, { "goto": "third" } ] },
            { "id": "first", "type": "say", "text": "1", "next": "bye" },
            { "id": "second", "type": "say", "text": "2", "next": "bye" },
            { "id": "third", "type": "say", "text": "3" }
            """,
            """ "inputs": { "n": "integer" }, """);

        new Conversation(flow, ("n", Value.From(n))).Entered.ShouldBe(["choose", winner, "bye"]);
    }

    [Fact]
    public void Routes_without_a_default_are_a_compile_error() =>
        Flows.ErrorsOf(Flows.TextOf("""{ "id": "b", "type": "branch", "next": [ { "when": "n == 1", "goto": "bye" } ] }""", """ "inputs": { "n": "integer" }, """))
            .ShouldHaveSingleItem().ShouldContain("When no guard of 'b' is true");

    [Fact]
    public void The_goto_of_the_chosen_option_beats_next()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "red", "goto": "red" }, "blue" ] }, "next": "other" },
            { "id": "red", "type": "say", "text": "r", "next": "bye" },
            { "id": "other", "type": "say", "text": "o" }
            """);

        new Conversation(flow).Say("red").Entered.ShouldBe(["red", "bye"]);
        new Conversation(flow).Say("blue").Entered.ShouldBe(["other", "bye"]);
    }

    [Fact]
    public void A_skipped_step_leads_to_the_following_one_whatever_its_next_says()
    {
        Flow flow = Flows.Of(
            """
            { "id": "maybe", "type": "say", "when": "n == 1", "text": "m", "next": "bye" },
            { "id": "after", "type": "say", "text": "a" }
            """,
            """ "inputs": { "n": "integer" }, """);

        new Conversation(flow, ("n", Value.From(1))).Entered.ShouldBe(["maybe", "bye"]);
        var skipping = new Conversation(flow, ("n", Value.From(2)));
        skipping.Entered.ShouldBe(["maybe", "after", "bye"]);
        skipping.Said.ShouldBe(["a", "Bye."]);
        skipping.Events[1].ShouldBe("Skipped:maybe");
    }

    [Fact]
    public void A_skipped_question_is_not_asked_and_its_data_stay()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q", "\"when\": \"false && n == 1\", \"save\": \"ok\"") + ", { \"id\": \"tell\", \"type\": \"say\", \"text\": \"{{ ok }}\" }",
            """ "inputs": { "n": "integer" }, "data": { "ok": { "type": "boolean", "default": true } }, """);

        new Conversation(flow, ("n", Value.From(1))).Said.ShouldBe(["true", "Bye."]);
    }

    [Fact]
    public void A_skipped_last_step_of_a_body_leads_to_the_next_item()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2, 3]", "as": "n", "steps": [ { "id": "odd", "type": "say", "when": "n != 2", "text": "{{ n }}" } ] }
            """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["1", "3", "Bye."]);
        talk.Entered.ShouldBe(["all", "odd", "odd", "odd", "bye"]);
    }

    [Fact]
    public void Next_as_a_target_is_the_following_step()
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "say", "text": "a", "next": "@next" }, { "id": "b", "type": "say", "text": "b" }""");
        new Conversation(flow).Entered.ShouldBe(["a", "b", "bye"]);
    }

    [Fact]
    public void Break_leaves_the_innermost_loop_and_goes_on_behind_it()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1, 2]", "as": "a", "steps": [
              { "id": "inner", "type": "each", "in": "[1, 2, 3]", "as": "b", "steps": [
                { "id": "tell", "type": "say", "text": "{{ a }}.{{ b }}", "next": [ { "when": "b == 2", "goto": "@break" }, { "goto": "@next" } ] } ] },
              { "id": "behind", "type": "say", "text": "behind {{ a }}" } ] }
            """);

        new Conversation(flow).Said.ShouldBe(["1.1", "1.2", "behind 1", "2.1", "2.2", "behind 2", "Bye."]);
    }

    [Fact]
    public void Break_of_an_inner_loops_own_routes_leaves_the_outer_loop()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1, 2]", "as": "a", "steps": [
              { "id": "inner", "type": "each", "in": "[7]", "as": "b", "next": "@break", "steps": [ { "id": "tell", "type": "say", "text": "{{ a }}.{{ b }}" } ] } ] }
            """);

        new Conversation(flow).Said.ShouldBe(["1.7", "Bye."]);
    }

    [Fact]
    public void Break_and_fail_outside_a_loop_are_compile_errors()
    {
        Flows.ErrorsOf(Flows.TextOf("""{ "id": "a", "type": "say", "text": "a", "next": "@break" }""")).ShouldHaveSingleItem().ShouldContain("'@break' means something only inside an 'each' step");
        Flows.ErrorsOf(Flows.TextOf("""{ "id": "a", "type": "say", "text": "a", "next": "@fail" }""")).ShouldHaveSingleItem().ShouldContain("'@fail' means something only inside an 'each' step");
    }

    [Fact]
    public void A_goto_out_of_a_loop_ends_it_and_collects_nothing_for_the_item_it_left()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1, 2]", "as": "a", "collect": { "outers": "a" }, "steps": [
              { "id": "inner", "type": "each", "in": "[1, 2, 3]", "as": "b", "collect": { "inners": "b" }, "steps": [
                { "id": "tell", "type": "branch", "next": [ { "when": "b == 3", "goto": "out" }, { "goto": "@next" } ] } ] } ] },
            { "id": "out", "type": "ask", "text": "{{ outers | array.join ',' }}/{{ inners | array.join ',' }}", "answer": "yes_no" }
            """,
            """ "data": { "outers": { "type": "list", "of": "integer", "default": [] }, "inners": { "type": "list", "of": "integer", "default": [] } }, """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["/1,2"]);
        talk.Session.State.Loop.ShouldBeNull();
    }

    [Fact]
    public void A_goto_from_an_inner_body_into_the_outer_body_ends_only_the_inner_loop()
    {
        Flow flow = Flows.Of(
            """
            { "id": "outer", "type": "each", "in": "[1, 2]", "as": "a", "steps": [
              { "id": "inner", "type": "each", "in": "[1, 2, 3]", "as": "b", "steps": [ { "id": "tell", "type": "say", "text": "{{ a }}.{{ b }}", "next": "behind" } ] },
              { "id": "skipped", "type": "say", "text": "never" , "when": "a == 7" },
              { "id": "behind", "type": "say", "text": "behind {{ a }} {{ loop.index }}" } ] }
            """);

        new Conversation(flow).Said.ShouldBe(["1.1", "behind 1 1", "2.1", "behind 2 2", "Bye."]);
    }

    [Fact]
    public void A_goto_into_a_body_is_a_compile_error() =>
        Flows.ErrorsOf(Flows.TextOf(
            """
            { "id": "a", "type": "branch", "next": [ { "when": "n == 1", "goto": "tell" }, { "goto": "@next" } ] },
            { "id": "all", "type": "each", "in": "[1]", "as": "b", "steps": [ { "id": "tell", "type": "say", "text": "x" } ] }
            """,
            """ "inputs": { "n": "integer" }, """)).ShouldHaveSingleItem().ShouldContain("only entered at its head");

    [Fact]
    public void A_goto_to_the_loops_own_step_starts_it_anew()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2]", "as": "n", "collect": { "seen": "n" }, "steps": [
              { "id": "again", "type": "ask", "text": "{{ n }} of {{ loop.count }}, again?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "all" }, { "goto": "@next" } ] } ] },
            { "id": "tell", "type": "say", "text": "{{ seen | array.join ',' }}" }
            """,
            """ "data": { "seen": { "type": "list", "of": "integer", "default": [] } }, """);

        var talk = new Conversation(flow);
        talk.Say("no").Said.ShouldBe(["2 of 2, again?"]);
        talk.Say("yes").Said.ShouldBe(["1 of 2, again?"]);
        talk.Say("no", "no").Said.ShouldBe(["1,2", "Bye."]);
    }

    [Fact]
    public void A_question_none_of_whose_options_is_offered_falls_back_with_no_options()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "a", "when": "n == 1" }, { "value": "b", "when": "n == 2" } ] } }
            """,
            """ "inputs": { "n": "integer" }, """);

        new Conversation(flow, ("n", Value.From(2))).Where.Expects!.Options.Select(option => option.Value).ShouldBe(["b"]);
        var talk = new Conversation(flow, ("n", Value.From(3)));
        talk.Entered.ShouldBe(["q", "open-ticket", "left"]);
        talk.Ticket.Fallback.ShouldBe(new GuidanceFlow.Sessions.FallbackInfo(GuidanceFlow.Sessions.FallbackReason.NoOptions, "main", "q", 0, default));
        talk.Said.ShouldHaveSingleItem().ShouldStartWith("Ticket ");
    }

    [Fact]
    public void Set_assigns_in_order_and_each_expression_sees_the_ones_before()
    {
        Flow flow = Flows.Of(
            """
            { "id": "s", "type": "set", "values": { "a": "b + 1", "b": "a * 10", "c": "a + b" } },
            { "id": "tell", "type": "say", "text": "{{ a }} {{ b }} {{ c }}" }
            """,
            """ "data": { "a": "integer", "b": { "type": "integer", "default": 1 }, "c": "integer" }, """);

        new Conversation(flow).Said[0].ShouldBe("2 20 22");
    }
}
