using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Inputs and results". What a host adds is tested with the host.</summary>
public sealed class InputsAndResultsTests
{
    private static readonly Flow TwoQuestions = Flows.Of(Flows.YesNo("one") + ", " + Flows.YesNo("two"));

    [Fact]
    public void An_answer_to_an_ended_session_is_refused_and_the_session_is_the_same_object()
    {
        var talk = new Conversation(TwoQuestions).Say("yes", "yes");
        ShouldRefuse(talk, new AnswerInput("yes"), TurnReason.Ended);
    }

    [Fact]
    public void An_answer_to_a_session_that_never_started_is_refused()
    {
        var talk = new Conversation(TwoQuestions, new StartRequest { SessionId = string.Empty });
        talk.Turn.Reason.ShouldBe(TurnReason.InvalidStart);
        talk.Session.Status.ShouldBe(SessionStatus.New);
        ShouldRefuse(talk, new AnswerInput("yes"), TurnReason.NotStarted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void An_answer_meant_for_another_turn_is_stale(int turn) =>
        ShouldRefuse(new Conversation(TwoQuestions), new AnswerInput("yes") { ExpectedTurn = turn }, TurnReason.Stale);

    [Fact]
    public void An_answer_meant_for_this_turn_is_taken() =>
        new Conversation(TwoQuestions).Step(new AnswerInput("yes") { ExpectedTurn = 1 }).At.ShouldBe("two");

    [Fact]
    public void A_flow_of_another_structure_is_refused_and_one_of_other_wording_goes_on()
    {
        var talk = new Conversation(TwoQuestions);
        Flow longer = Flows.Of(Flows.YesNo("one") + ", " + Flows.YesNo("two") + ", " + Flows.YesNo("three"));
        Turn refused = GuidanceEngine.Step(longer, talk.Session, new AnswerInput("yes"), Conversation.Noon);
        refused.Reason.ShouldBe(TurnReason.FlowMismatch);
        refused.Session.ShouldBeSameAs(talk.Session);

        Flow reworded = Flows.FromText(Flows.TextOf(Flows.YesNo("one") + ", " + Flows.YesNo("two")).Replace("two?", "Reworded?", StringComparison.Ordinal));
        GuidanceEngine.Step(reworded, talk.Session, new AnswerInput("yes"), Conversation.Noon).Messages.ShouldHaveSingleItem().Text.ShouldBe("Reworded?");
    }

    [Theory]
    [InlineData("maybe", TurnResult.NoMatch, null)]
    [InlineData("", TurnResult.Invalid, TurnReason.Empty)]
    [InlineData(" \t\n", TurnResult.Invalid, TurnReason.Empty)]
    public void An_unmatched_answer_is_a_turn_and_uses_up_an_attempt(string answer, TurnResult result, string? reason)
    {
        var talk = new Conversation(TwoQuestions);
        byte[] before = talk.Bytes;
        talk.Say(answer);
        talk.Turn.Result.ShouldBe(result);
        talk.Turn.Reason.ShouldBe(reason);
        talk.Turn.Answer.ShouldBe(new ResolvedAnswer(answer, Value.Null, null));
        talk.Session.Turn.ShouldBe(2);
        talk.Session.Attempts.ShouldBe(1);
        talk.Bytes.ShouldNotBe(before);
    }

    [Fact]
    public void The_third_unmatched_answer_still_says_what_became_of_it()
    {
        var talk = new Conversation(TwoQuestions).Say("x", "x", "x");
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Tickets.Length.ShouldBe(1);
        talk.Events.ShouldBe(["Unmatched:one", "FellBack:one:attempts", "Entered:open-ticket", "TicketFiled:open-ticket:" + talk.Ticket.Reference, "Said:open-ticket", "Exited:open-ticket", "Routed:open-ticket:left", "Entered:left", "Ended:left:escalated"]);
    }

    [Fact]
    public void An_accepted_answer_says_who_understood_it()
    {
        Turn turn = new Conversation(TwoQuestions).Say("Yes, please!").Turn;
        turn.Result.ShouldBe(TurnResult.Accepted);
        turn.Reason.ShouldBeNull();
        turn.Answer.ShouldBe(new ResolvedAnswer("Yes, please!", Value.True, "exact"));
    }

    [Fact]
    public void An_interpretation_is_checked_against_the_question()
    {
        var talk = new Conversation(TwoQuestions);
        talk.Fork().Step(new AnswerInput("well") { Interpretation = new AnswerInterpretation(Value.False, "model") }).Turn.Answer.ShouldBe(new ResolvedAnswer("well", Value.False, "model"));
        Conversation wrong = talk.Fork().Step(new AnswerInput("well") { Interpretation = new AnswerInterpretation(Value.From("no"), "model") });
        wrong.Turn.Result.ShouldBe(TurnResult.NoMatch);
        wrong.At.ShouldBe("one");
    }

    [Fact]
    public void An_interpretation_may_be_ambiguous_invalid_or_nothing()
    {
        var talk = new Conversation(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "a" }, { "value": "b" } ] } }"""));
        Turn ambiguous = Give(AnswerInterpretation.Ambiguous("model", "b", "c", "a", "b"));
        (ambiguous.Result, ambiguous.Answer).ShouldBe((TurnResult.Ambiguous, new ResolvedAnswer("a", Value.Null, "model")));
        ambiguous.Candidates.ShouldBe(["b", "a"]);
        Turn invalid = Give(AnswerInterpretation.Invalid("not_ours", "model"));
        (invalid.Result, invalid.Reason, invalid.Answer).ShouldBe((TurnResult.Invalid, "not_ours", new ResolvedAnswer("a", Value.Null, "model")));
        Give(AnswerInterpretation.Ambiguous("model", "c")).Result.ShouldBe(TurnResult.NoMatch);

        // Who has been asked has the last word, over the options' own words, too.
        Turn nothing = Give(AnswerInterpretation.NoMatch);
        (nothing.Result, nothing.Answer!.Value).ShouldBe((TurnResult.NoMatch, Value.Null));

        Turn Give(AnswerInterpretation interpretation) => talk.Fork().Step(new AnswerInput("a") { Interpretation = interpretation }).Turn;
    }

    [Fact]
    public void An_interpretation_names_who_interpreted_and_why()
    {
        Should.Throw<ArgumentException>(() => new AnswerInterpretation(Value.True, " "));
        Should.Throw<ArgumentException>(() => AnswerInterpretation.Ambiguous("", "a"));
        Should.Throw<ArgumentException>(() => AnswerInterpretation.Invalid("", "model"));
        AnswerInterpretation.Ambiguous("model", "a").ShouldBe(AnswerInterpretation.Ambiguous("model", "a"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_none_answers_nothing(double number)
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": "number", "save": "n" }""", """ "data": { "n": "number" }, """);
        new Conversation(flow).Step(new AnswerInput("x") { Interpretation = new AnswerInterpretation(Value.From(number), "model") }).Turn.Result.ShouldNotBe(TurnResult.Accepted);
        new Conversation(flow, new StartRequest { SessionId = "s", Known = Conversation.Named(("q", Value.From(number))) }).Turn.Reason.ShouldBe(TurnReason.InvalidStart);
    }

    [Fact]
    public void A_start_that_does_not_fit_lists_all_problems_at_once()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q", "\"save\": \"ok\"")
            + """, { "id": "many", "type": "ask", "text": "?", "answer": { "type": "number", "integer": true, "max": 5 } }, { "id": "colour", "type": "ask", "text": "?", "answer": { "type": "choice", "options": ["red", "blue"] } }, """
            + """{ "id": "all", "type": "each", "in": "[1]", "as": "i", "steps": [ { "id": "inside", "type": "ask", "text": "?", "answer": "yes_no" } ] }""",
            """
            "inputs": { "name": "text", "age": "integer", "tags": "list of text", "kind": { "type": "choice", "values": ["a", "b"] }, "opt": { "type": "text", "optional": true }, "since": "date",
              "who": { "type": "object", "fields": { "first": "text" } } }, "data": { "ok": "boolean" },
            """);

        var talk = new Conversation(flow, new StartRequest
        {
            SessionId = new string('x', 201),
            Inputs = Conversation.Named(
                ("age", Value.From(1.5)),
                ("tags", Conversation.List(Conversation.Text("a"), Value.From(1))),
                ("kind", Conversation.Text("c")),
                ("since", Conversation.Text("yesterday")),
                ("who", Conversation.Object(("last", Value.Null))),
                ("nobody", Value.True)),
            Known = Conversation.Named(("q", Conversation.Text("yes")), ("many", Value.From(6)), ("colour", Conversation.Text("Red")), ("inside", Value.True), ("elsewhere", Value.True)),
        });

        talk.Turn.Result.ShouldBe(TurnResult.Refused);
        talk.Turn.Reason.ShouldBe(TurnReason.InvalidStart);
        talk.Turn.Error!.Step.ShouldBeNull();
        talk.Turn.Messages.ShouldBeEmpty();
        talk.Turn.Events.ShouldBeEmpty();
        talk.Turn.Error.Details.ShouldBe(
        [
            "The session id must have 1 to 200 characters and be well-formed Unicode.",
            "The flow has no input 'nobody'; its inputs are name, age, tags, kind, opt, since, who.",
            "The input 'name' (text) is missing.",
            "The input 'age' must be a whole number, but is 1.5.",
            "The input 'tags[1]' must be a text, but is 1.",
            "The input 'kind' must be one of 'a', 'b', but is \"c\".",
            "The input 'since' must be a date such as \"2026-01-05T09:00:00Z\", but is \"yesterday\".",
            "The input 'who' has no field 'last'; its fields are first.",
            "The known answer 'q' does not fit the question 'q', which wants true or false.",
            "The known answer 'many' does not fit the question 'many', which wants a whole number in its bounds.",
            "The known answer 'colour' does not fit the question 'colour', which wants one of 'red', 'blue'.",
            "The known answer 'inside' belongs to the question 'inside' inside a loop, where every item has its own answer.",
            "The known answer 'elsewhere' belongs to no question; give a question's id or the datum it saves.",
        ]);
    }

    [Fact]
    public void A_session_id_with_half_a_character_is_refused() =>
        new Conversation(TwoQuestions, new StartRequest { SessionId = "a\ud800" }).Turn.Reason.ShouldBe(TurnReason.InvalidStart);

    private static void ShouldRefuse(Conversation talk, SessionInput input, string reason)
    {
        GuidanceSession session = talk.Session;
        byte[] before = talk.Bytes;
        talk.Step(input);
        talk.Turn.Result.ShouldBe(TurnResult.Refused);
        talk.Turn.Reason.ShouldBe(reason);
        talk.Session.ShouldBeSameAs(session);
        talk.Bytes.ShouldBe(before);
        talk.Turn.Messages.ShouldBeEmpty();
        talk.Turn.Effects.ShouldBeEmpty();
        talk.Turn.Events.ShouldBeEmpty();
    }
}
