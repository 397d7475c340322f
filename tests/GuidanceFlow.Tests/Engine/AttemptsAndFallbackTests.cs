using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Attempts and fallback".</summary>
public sealed class AttemptsAndFallbackTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(20)]
    public void N_attempts_are_n_answers_that_are_not_understood(int attempts)
    {
        Flow flow = Flows.Of(Flows.YesNo("q", $$""" "fallback": { "attempts": {{attempts}} } """));
        var talk = new Conversation(flow);
        for (int i = 1; i < attempts; i++)
        {
            talk.Where.Expects!.AttemptsLeft.ShouldBe(attempts - i + 1);
            talk.Say("perhaps " + i).At.ShouldBe("q");
            talk.Session.Attempts.ShouldBe(i);
            talk.Tickets.ShouldBeEmpty();
        }

        talk.Say("perhaps " + attempts).Ticket.Fallback.ShouldBe(new FallbackInfo(
            FallbackReason.Attempts,
            "main",
            "q",
            attempts,
            [.. Enumerable.Range(1, attempts).Select(i => "perhaps " + i)]));
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Fact]
    public void Without_a_number_three_attempts_are_allowed_and_the_nearest_number_wins()
    {
        AttemptsAllowed("", "", "").ShouldBe(3);
        AttemptsAllowed("\"attempts\": 5, ", "", "").ShouldBe(5);
        AttemptsAllowed("\"attempts\": 5, ", "\"fallback\": { \"attempts\": 4 }, ", "").ShouldBe(4);
        AttemptsAllowed("\"attempts\": 5, ", "\"fallback\": { \"attempts\": 4 }, ", ", \"fallback\": { \"attempts\": 2 }").ShouldBe(2);

        static int AttemptsAllowed(string flow, string stage, string step)
        {
            string text =
                """
                { "flow": "f", "fallback": { FLOW "goto": "bye" }, "stages": [ { "id": "main", STAGE "steps": [
                  { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" STEP }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
                """;
            return new Conversation(Flows.FromText(text.Replace("FLOW", flow, StringComparison.Ordinal).Replace("STAGE", stage, StringComparison.Ordinal).Replace("STEP", step, StringComparison.Ordinal))).Where.Expects!.AttemptsLeft;
        }
    }

    [Fact]
    public void Empty_invalid_and_ambiguous_answers_are_attempts_too()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "red wine" }, { "value": "white", "synonyms": ["white wine"] } ] } }
            """);

        var talk = new Conversation(flow).Say("  ");
        talk.Turn.Result.ShouldBe(TurnResult.Invalid);
        talk.Turn.Reason.ShouldBe(TurnReason.Empty);
        talk.Say("red wine or white wine");
        talk.Turn.Result.ShouldBe(TurnResult.Ambiguous);
        talk.Turn.Candidates.ShouldBe(["red wine", "white"]);
        talk.Say("beer");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Ticket.Fallback!.Unrecognised.ShouldBe(["  ", "red wine or white wine", "beer"]);
    }

    [Fact]
    public void A_new_visit_by_goto_counts_anew()
    {
        Flow flow = Flows.Of(Flows.YesNo("one", "\"next\": [{ \"when\": \"answer\", \"goto\": \"@next\" }, { \"goto\": \"one\" }]"));
        var talk = new Conversation(flow).Say("x", "x");
        talk.Session.Attempts.ShouldBe(2);
        talk.Say("no").Session.Attempts.ShouldBe(0);
        talk.Say("x", "x").At.ShouldBe("one");
        talk.Say("x").Ticket.Fallback!.Attempts.ShouldBe(3);
    }

    [Fact]
    public void A_new_item_counts_anew()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "[1, 2]", "as": "n", "steps": [ QUESTION ] }""".Replace("QUESTION", Flows.YesNo("q"), StringComparison.Ordinal));
        var talk = new Conversation(flow).Say("x", "x", "yes");
        talk.Session.Attempts.ShouldBe(0);
        talk.Say("x", "x").At.ShouldBe("q");
        talk.Say("x").Ticket.Fallback!.Unrecognised.Count.ShouldBe(3);
    }

    [Fact]
    public void Retry_texts_are_used_in_order_and_the_last_one_repeats()
    {
        Flow flow = Flows.Of(Flows.YesNo("q", """ "fallback": { "attempts": 5 }, "retry": { "texts": ["first {{ step.attempt }}", "second {{ step.attempt }}"] } """));
        var talk = new Conversation(flow);
        talk.Say("x").Said.ShouldBe(["first 2"]);
        talk.Say("x").Said.ShouldBe(["second 3"]);
        talk.Say("x").Said.ShouldBe(["second 4"]);
        talk.Say("x").Said.ShouldBe(["second 5"]);
        talk.Turn.Messages[0].Kind.ShouldBe(GuidanceFlow.Prompts.MessageKind.Retry);
    }

    [Fact]
    public void Answers_that_do_not_fit_have_texts_of_their_own_and_count_as_attempts_like_the_others()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "How many?", "answer": { "type": "number", "max": 9 }, "fallback": { "attempts": 5 }, "retry": { "texts": ["A number.", "Only a number."], "invalid": ["At most 9.", "No more than 9."] } }""");
        var talk = new Conversation(flow);
        talk.Say("x").Said.ShouldBe(["A number."]);
        talk.Say("12").Said.ShouldBe(["No more than 9."]);
        talk.Say("x").Said.ShouldBe(["Only a number."]);
        talk.Say("12").Said.ShouldBe(["No more than 9."]);
        talk.Say("12").Ticket.Fallback!.Attempts.ShouldBe(5);
    }

    [Fact]
    public void Retry_texts_of_the_stage_and_the_flow_stand_in_for_those_a_step_lacks()
    {
        const string Number = """ "type": "ask", "text": "How many?", "answer": { "type": "number", "max": 9 } """;
        Flow flow = Flows.FromText(
            $$"""
            { "flow": "f", "fallback": { "goto": "bye" }, "retry": { "texts": ["flow"], "invalid": ["flow, invalid {step.id}"] }, "stages": [
              { "id": "one", "retry": { "texts": ["stage"] }, "steps": [
                { "id": "a", {{Number}}, "retry": { "invalid": ["step, invalid"] } },
                { "id": "b", {{Number}} } ] },
              { "id": "two", "steps": [ { "id": "c", {{Number}} }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """.Replace("{step.id}", "{{ step.id }}", StringComparison.Ordinal));
        var talk = new Conversation(flow);
        talk.Say("x").Said.ShouldBe(["stage"]);
        talk.Say("10").Said.ShouldBe(["step, invalid"]);
        talk.Say("1", "x").Said.ShouldBe(["stage"]);
        talk.Say("10").Said.ShouldBe(["flow, invalid b"]);
        talk.Say("1", "x").Said.ShouldBe(["flow"]);
    }

    [Fact]
    public void Without_retry_texts_the_question_is_asked_again_with_what_it_shows()
    {
        Flow flow = Flows.Of(Flows.YesNo("q", "\"show\": [ { \"type\": \"checklist\", \"items\": [\"a\"] } ]"));
        var talk = new Conversation(flow);
        GuidanceFlow.Prompts.Message asked = talk.Turn.Messages[0];
        talk.Say("x").Turn.Messages.ShouldHaveSingleItem().ShouldBe(asked with { Kind = GuidanceFlow.Prompts.MessageKind.Retry });
        talk.Entered.ShouldBeEmpty();
        talk.Session.Visit.ShouldBe(1);
    }

    // Where the fallback leads: the question, the innermost loop with a policy, an outer loop with one, the stage, the flow.
    [Theory]
    [InlineData("\"fallback\": { \"goto\": \"own\" }", "\"on_failure\": \"stop\",", "\"on_failure\": \"stop\",", true, "own")]
    [InlineData("", "\"on_failure\": \"stop\",", "\"on_failure\": \"next_item\",", true, "behind-inner")]
    [InlineData("", "\"on_failure\": \"next_item\",", "", true, "q")]
    [InlineData("", "", "\"on_failure\": \"stop\",", true, "behind-outer")]
    [InlineData("", "", "\"on_failure\": \"next_item\",", true, "q")]
    [InlineData("", "", "", true, "of-stage")]
    [InlineData("", "", "", false, "of-flow")]
    public void The_nearest_fallback_wins(string own, string inner, string outer, bool stage, string at)
    {
        string text =
            """
            { "flow": "f", "fallback": { "goto": "of-flow" }, "stages": [
              { "id": "main", STAGE "steps": [
                { "id": "outer", "type": "each", "in": "[1, 2]", "as": "a", OUTER "steps": [
                  { "id": "inner", "type": "each", "in": "[1, 2]", "as": "b", INNER "steps": [
                    { "id": "q", "type": "ask", "text": "{{ a }}.{{ b }}", "answer": "yes_no" OWN } ] },
                  { "id": "behind-inner", "type": "ask", "text": "behind", "answer": "yes_no" } ] },
                { "id": "behind-outer", "type": "ask", "text": "behind", "answer": "yes_no", "next": "bye" },
                { "id": "own", "type": "ask", "text": "own", "answer": "yes_no", "fallback": { "goto": "bye" }, "next": "bye" },
                { "id": "of-stage", "type": "ask", "text": "stage", "answer": "yes_no", "fallback": { "goto": "bye" }, "next": "bye" },
                { "id": "of-flow", "type": "ask", "text": "flow", "answer": "yes_no", "fallback": { "goto": "bye" }, "next": "bye" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        text = text.Replace("OWN", own.Length == 0 ? own : ", " + own, StringComparison.Ordinal)
            .Replace("INNER", inner, StringComparison.Ordinal)
            .Replace("OUTER", outer, StringComparison.Ordinal)
            .Replace("STAGE", stage ? "\"fallback\": { \"goto\": \"of-stage\" }," : string.Empty, StringComparison.Ordinal);

        // Unreachable targets are findings of their own; here they only must not be errors that stop the flow.
        var talk = new Conversation(Flows.FromText(Reachable(text)));
        talk.At.ShouldBe("q");
        talk.Say("x", "x", "x").At.ShouldBe(at);
        if (at == "q")
        {
            // The next item of the loop whose policy it was.
            talk.Said.ShouldBe([inner.Length > 0 ? "1.2" : "2.1"]);
        }
    }

    /// <summary>Adds a step that reaches every target, and is always skipped.</summary>
    private static string Reachable(string text) => text.Replace(
        "{ \"id\": \"outer\"",
        """
        { "id": "door", "type": "branch", "when": "session.turn == 77", "next": [
            { "when": "session.turn == 1", "goto": "own" }, { "when": "session.turn == 2", "goto": "of-stage" }, { "when": "session.turn == 3", "goto": "of-flow" },
            { "when": "session.turn == 4", "goto": "behind-outer" }, { "goto": "@next" } ] },
        { "id": "outer"
        """.TrimEnd(),
        StringComparison.Ordinal);

    [Fact]
    public void A_question_without_any_fallback_is_a_compile_error() =>
        Flows.ErrorsOf("""{ "flow": "f", "stages": [ { "id": "m", "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" }, { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }""")
            .ShouldHaveSingleItem().ShouldContain("When 'q' is not understood, nothing happens.");

    [Fact]
    public void The_unrecognised_texts_are_shortened_to_200_units_without_splitting_a_pair()
    {
        var talk = new Conversation(Flows.Of(Flows.YesNo("q")));
        string whole = new('a', 200);
        string pairAtTheCut = new string('b', 198) + "😀" + new string('b', 50);
        string pairBeforeTheCut = new string('c', 197) + "😀" + new string('c', 50);

        string[] kept = [.. talk.Say(whole, pairAtTheCut, pairBeforeTheCut).Ticket.Fallback!.Unrecognised];

        kept.ShouldBe([whole, new string('b', 198) + "…", new string('c', 197) + "😀…"]);
        kept.ShouldAllBe(text => text.Length <= 200);
    }

    [Fact]
    public void Titles_of_the_fallback_and_of_the_path_are_what_people_call_the_steps()
    {
        Flow flow = Flows.Of(
            """
            { "id": "name", "type": "ask", "title": "Your name", "text": "Name?", "answer": "text" },
            { "id": "sure", "type": "ask", "text": "Sure?", "answer": "yes_no", "fallback": { "goto": "why" } },
            { "id": "why", "type": "say", "text": "{{ fallback.stage_title ?? 'none' }}: {{ fallback.step_title ?? 'none' }}, behind {{ session.path_titles | array.join '/' }}" },
            { "id": "file", "type": "ticket", "ticket": "help", "text": "{{ fallback.step_title ?? 'none' }}" },
            { "id": "file-more", "type": "ticket", "ticket": "help", "text": "{{ fallback.stage_title ?? 'none' }}" }
            """);

        var talk = new Conversation(flow).Say("Mia", "a", "b", "c");

        talk.Said[0].ShouldBe("main: sure, behind Your name");
        talk.Said[1].ShouldBe("sure");
        talk.Said[2].ShouldBe("none");
    }

    [Fact]
    public void Fallback_says_why_in_templates_until_a_ticket_takes_it_along()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q", "\"fallback\": { \"goto\": \"why\" }")
            + """
              , { "id": "why", "type": "say", "text": "{{ fallback.reason ?? 'none' }} {{ fallback.stage ?? 'none' }} {{ fallback.step ?? 'none' }} {{ fallback.attempts ?? 0 }} {{ fallback.unrecognised ?? [] | array.join '/' }}" }
              , { "id": "again", "type": "ask", "text": "?", "answer": "yes_no" }
              , { "id": "file", "type": "ticket", "ticket": "help", "text": "{{ fallback.reason ?? 'none' }}" }
              , { "id": "file-more", "type": "ticket", "ticket": "help", "text": "{{ fallback.reason ?? 'none' }}" }
              """);

        var talk = new Conversation(flow).Say("a", "b", "c");
        talk.Said.ShouldBe(["attempts main q 3 a/b/c", "?"]);
        talk = talk.Reread().Say("yes");

        talk.Tickets.Length.ShouldBe(2);
        talk.Tickets[0].Fallback!.Step.ShouldBe("q");
        talk.Tickets[0].Subject.ShouldBe("attempts");
        talk.Tickets[1].Fallback.ShouldBeNull();
        talk.Tickets[1].Subject.ShouldBe("none");
        talk.Said[0].ShouldBe("attempts");
        talk.Said[1].ShouldBe("none");
        talk.Session.State.Fallback.ShouldBeNull();
    }

    [Fact]
    public void A_fallback_inside_an_item_goes_to_the_next_ticket_with_its_own_reason_when_the_question_fails_the_item()
    {
        // The question itself says '@fail', and no loop deals with it: its texts must not get lost.
        Flow flow = Flows.Of(
            """{ "id": "all", "type": "each", "in": "[1]", "as": "n", "steps": [ QUESTION ] }"""
                .Replace("QUESTION", Flows.YesNo("q", "\"fallback\": { \"goto\": \"@fail\" }"), StringComparison.Ordinal));

        new Conversation(flow).Say("a", "b", "c").Ticket.Fallback
            .ShouldBe(new FallbackInfo(FallbackReason.Attempts, "main", "q", 3, ["a", "b", "c"]));
    }

    [Fact]
    public void The_answer_that_goes_on_after_misses_leaves_no_trace_of_them()
    {
        Flow flow = Flows.Of(Flows.YesNo("q") + ", { \"id\": \"t\", \"type\": \"ticket\", \"ticket\": \"help\" }");
        new Conversation(flow).Say("x", "x", "yes").Ticket.Fallback.ShouldBeNull();
    }

    [Fact]
    public void A_fallback_to_another_question_is_a_new_visit()
    {
        Flow flow = Flows.Of(Flows.YesNo("q", "\"fallback\": { \"goto\": \"simpler\", \"attempts\": 2 }") + "," + Flows.YesNo("simpler", "\"fallback\": { \"goto\": \"bye\" }"));
        var talk = new Conversation(flow).Say("x", "x");
        talk.At.ShouldBe("simpler");
        talk.Session.Attempts.ShouldBe(0);
        talk.Session.Visit.ShouldBe(2);
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Turn.Messages.ShouldHaveSingleItem().Kind.ShouldBe(GuidanceFlow.Prompts.MessageKind.Ask);
    }
}
