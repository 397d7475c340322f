using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Answers;

/// <summary>Answers held against a pattern and a check.</summary>
public sealed class CheckedAnswerTests
{
    private const string Order = """{ "id": "order", "type": "ask", "text": "Order?", "answer": { "type": "text", "pattern": "[A-Z]{2}-\\d+", "message": "'{{ answer }}' is no order number." }, "retry": { "texts": ["Again?"] } }""";

    private const string Seats =
        """
        { "id": "seats", "type": "ask", "text": "Seats?", "answer": { "type": "number", "integer": true, "min": 1, "check": "answer <= free && answer % 2 == 0", "message": "{{ answer }} do not go; {{ free }} are free." },
          "save": "seats", "retry": { "texts": ["A number, please."], "invalid": ["At least one."] } }
        """;

    private static readonly Flow Table = Flows.Of(Seats, "\"inputs\": { \"free\": \"integer\" }, \"data\": { \"seats\": \"integer\" },");

    private static Conversation Talk() => new(Table, ("free", Value.From(4)));

    [Fact]
    public void Pattern_MustMatchTheWholeAnswer()
    {
        var talk = new Conversation(Flows.Of(Order));
        talk.Say("my order is AB-12");
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Invalid, TurnReason.Pattern));
        talk.Said.ShouldBe(["'my order is AB-12' is no order number."]);
        talk.Say("AB-12\n").Session.Answer("order").ShouldBe(Conversation.Text("AB-12"));
    }

    [Fact]
    public void Check_SeesTheAnswerAndTheData_AndItsMessageComesBeforeRetries()
    {
        Conversation talk = Talk();
        talk.Say("6");
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Invalid, TurnReason.Check));
        talk.Said.ShouldBe(["6 do not go; 4 are free."]);
        talk.Turn.Messages[0].Kind.ShouldBe(GuidanceFlow.Prompts.MessageKind.Retry);
        talk.Session.Answer("seats").ShouldBe(Value.Null);
        talk.Session.Attempts.ShouldBe(1);
        talk.Say("0").Said.ShouldBe(["At least one."]);
        talk.Say("4").Session.Data("seats").ShouldBe(Value.From(4));
    }

    [Fact]
    public void Check_CountsAttempts_AndFallsBack()
    {
        Conversation talk = Talk().Say("3", "5", "6");
        talk.Ticket.Fallback!.Unrecognised.ShouldBe(["3", "5", "6"]);
    }

    [Fact]
    public void Check_HoldsForInterpretedAnswersToo()
    {
        Conversation talk = Talk().Step(new AnswerInput("all of them") { Interpretation = new AnswerInterpretation(Value.From(6), "model") });
        talk.Turn.Reason.ShouldBe(TurnReason.Check);
    }

    [Fact]
    public void AKnownAnswer_ThatFailsItsCheckWhenItIsReached_IsAskedFor()
    {
        var talk = new Conversation(Table, new StartRequest { SessionId = "s", Inputs = Conversation.Named(("free", Value.From(4))), Known = Conversation.Named(("seats", Value.From(6))) });
        talk.At.ShouldBe("seats");
        new Conversation(Table, new StartRequest { SessionId = "s", Inputs = Conversation.Named(("free", Value.From(6))), Known = Conversation.Named(("seats", Value.From(6))) }).Session.Data("seats").ShouldBe(Value.From(6));
    }

    [Fact]
    public void AKnownAnswer_ThatDoesNotFitItsPattern_IsRefusedAtTheStart() =>
        new Conversation(Flows.Of(Order), new StartRequest { SessionId = "s", Known = Conversation.Named(("order", Conversation.Text("12"))) }).Turn.Error!.Details
            .ShouldHaveSingleItem().ShouldBe("The known answer 'order' does not fit the question 'order', which wants a text in its bounds that fits its pattern.");

    [Fact]
    public void WithoutAMessage_TheRetriesForInvalidAnswersAreSaid()
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "ask", "text": "When?", "answer": { "type": "date", "check": "answer > date.parse('2026-03-10')" }, "retry": { "invalid": ["Later, please."] } }""");
        new Conversation(flow).Say("2026-03-09").Said.ShouldBe(["Later, please."]);
        new Conversation(flow).Say("2026-03-11").Turn.Result.ShouldBe(TurnResult.Accepted);
    }

    [Fact]
    public void ACheckThatFailsToRun_FallsBack()
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "ask", "text": "?", "answer": { "type": "number", "integer": true, "check": "1 // (answer - answer) > 0" } }""");
        new Conversation(flow).Say("5").Ticket.Fallback!.Reason.ShouldBe(GuidanceFlow.Sessions.FallbackReason.Error);
    }

    [Fact]
    public void Message_IsATextToTranslate()
    {
        FlowDefinition flow = FlowSource.FromText("f.json", Flows.TextOf(Order)).Read().Definition!;
        FlowTexts.Of(flow).Select(text => text.Key.ToString()).ShouldContain("steps/order/answer.message");
    }

    [Theory]
    [InlineData("""{ "type": "text", "pattern": "(" }""", "error GF0007: '(' is no regular expression (InsufficientClosingParentheses). Correct it.")]
    [InlineData("""{ "type": "text", "pattern": "(?=a)b" }""", "looks around, refers back or is atomic")]
    [InlineData("""{ "type": "number", "message": "No." }""", "Nothing is checked here, so this is never said.")]
    [InlineData("""{ "type": "number", "check": "answer == 'x'" }""", "never")]
    [InlineData("""{ "type": "number", "check": "answer + 1" }""", "number")]
    [InlineData("""{ "type": "number", "check": "nobody" }""", "There is no name")]
    [InlineData("""{ "type": "yes_no", "check": "answer" }""", "Unknown member 'check'")]
    public void Mistakes_AreNamed(string answer, string expected) =>
        Flows.ErrorsOf(Flows.TextOf($$"""{ "id": "a", "type": "ask", "text": "?", "answer": {{answer}} }""")).ShouldHaveSingleItem().ShouldContain(expected);
}
