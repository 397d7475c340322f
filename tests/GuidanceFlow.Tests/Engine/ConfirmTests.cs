using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Answers that are restated before they count: semantics.md, "Confirming".</summary>
public sealed class ConfirmTests
{
    private static readonly Flow Sizes = Flows.Of(
        """
        { "id": "name", "type": "ask", "text": "Name?", "answer": "text" },
        { "id": "size", "type": "ask", "text": "Which size?", "save": "size", "confirm": "So {{ labels['size'] }} ({{ answer }})?",
          "answer": { "type": "choice", "options": [ { "value": "s", "label": "small" }, { "value": "l", "label": "large", "goto": "much" }, "huge" ] },
          "retry": { "texts": ["One of the three, please."] }, "fallback": { "attempts": 2, "goto": "bye" } },
        { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no", "next": "bye" },
        { "id": "much", "type": "say", "text": "That is much.", "next": "more" }
        """,
        "\"data\": { \"size\": { \"type\": \"text\", \"optional\": true } },");

    private static readonly Flow Known = Flows.Of(
        """
        { "id": "mail", "type": "ask", "text": "Which address?", "save": "mail", "confirm": "We have {{ answer }}. Is that right?", "when_known": "confirm", "answer": "email" },
        { "id": "room", "type": "ask", "text": "Which room?", "when_known": "ask", "answer": "text" }
        """,
        "\"data\": { \"mail\": { \"type\": \"text\", \"optional\": true } },");

    [Fact]
    public void Confirm_RestatesTheAnswer_WhichCountsOnlyOnceItIsRight()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann", "small");
        talk.Said.ShouldBe(["So small (s)?"]);
        (talk.At, talk.Session.Data("size"), talk.Turn.Result).ShouldBe(("size", Value.Null, TurnResult.Accepted));
        talk.Turn.Answer!.Value.ShouldBe(Value.From("s"));
        talk.Where.Expects!.Type.ShouldBe("yes_no");
        talk.Where.Expects.Options.ShouldBeEmpty();
        talk.Where.Question!.Text.ShouldBe("So small (s)?");

        talk = talk.Reread().Say("yes");

        (talk.At, talk.Session.Data("size")).ShouldBe(("more", Value.From("s")));
        (talk.Turn.Answer!.Value, talk.Turn.Answer.By).ShouldBe((Value.From("s"), "confirmed"));
        talk.Session.State.Confirming.ShouldBeNull();
    }

    [Fact]
    public void Confirm_OfAnOptionWithAWayOfItsOwn_TakesIt() =>
        new Conversation(Sizes).Say("Ann", "large", "yes").Said.ShouldBe(["That is much.", "More?"]);

    [Fact]
    public void Yes_WithTheSameAnswerBehindIt_Confirms() => new Conversation(Sizes).Say("Ann", "small", "yes, small").At.ShouldBe("more");

    [Theory]
    [InlineData("no, large", "So large (l)?")]
    [InlineData("No. The large one, please", "So large (l)?")]
    [InlineData("nope: huge", "So huge (huge)?")]
    [InlineData("yes, large", "So large (l)?")]
    [InlineData("no the large one", "So large (l)?")]
    [InlineData("no large", "So large (l)?")]
    [InlineData("不，large", "So large (l)?")]
    [InlineData("不是huge", "So huge (huge)?")]
    [InlineData("not small, large", "So large (l)?")]
    [InlineData("no, large or huge", "Which size?")]
    [InlineData("no, not small", "Which size?")]
    [InlineData("no, not large", "Which size?")]
    [InlineData("no, thanks", "Which size?")]
    public void No_WithAnotherAnswerBehindIt_RestatesThat(string text, string said) => new Conversation(Sizes).Say("Ann", "small", text).Said.ShouldBe([said]);

    [Fact]
    public void No_AsksAgain_AndCostsNoAttempt_ThreeTimes_ThenTheFallbackIsTaken()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann");
        for (int i = 0; i < 3; i++)
        {
            talk = talk.Say("small").Reread().Say("no");
            talk.Said.ShouldBe(["Which size?"]);
            talk = talk.Reread();
            talk.Session.Attempts.ShouldBe(0);
            talk.Where.Expects!.Options.Count.ShouldBe(3);
        }

        talk = talk.Say("small", "no");

        talk.Session.State.Fallback!.Reason.ShouldBe(FallbackReason.Confirm);
        talk.Session.Status.ShouldBe(SessionStatus.Ended);
    }

    [Fact]
    public void AnotherAnswer_InsteadOfYesOrNo_IsRestatedInTurn()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann", "small", "huge");
        talk.Said.ShouldBe(["So huge (huge)?"]);

        talk.Say("yes").Session.Data("size").ShouldBe(Value.From("huge"));
    }

    [Fact]
    public void WhatNobodyUnderstands_CostsAnAttempt_AndIsRestatedAgain()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann", "small", "mumble");
        (talk.Turn.Result, talk.Session.Attempts).ShouldBe((TurnResult.NoMatch, 1));
        talk.Said.ShouldBe(["So small (s)?"]);
        talk.Turn.Messages[0].Kind.ShouldBe(MessageKind.Retry);

        talk.Say("mumble").Session.State.Fallback!.Reason.ShouldBe(FallbackReason.Attempts);
    }

    [Fact]
    public void Commands_WhileAnAnswerIsConfirmed_MeanWhatTheyDoElsewhere()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann", "small");
        talk.Fork().Say("repeat").Said.ShouldBe(["So small (s)?"]);
        talk.Fork().Say("restart").At.ShouldBe("name");
        talk.Fork().Say("restart").Session.State.Confirming.ShouldBeNull();

        Conversation back = talk.Fork().Say("back");
        (back.At, back.Said[^1]).ShouldBe(("size", "Which size?"));
        back.Session.State.Confirming.ShouldBeNull();
        back.Say("back").At.ShouldBe("name");
    }

    [Fact]
    public void Back_AfterAConfirmedAnswer_AsksItsQuestionAgain()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann", "small", "yes").Reread().Say("back");

        (talk.At, talk.Session.Data("size"), talk.Said[^1]).ShouldBe(("size", Value.Null, "Which size?"));
        talk.Say("huge", "yes").Session.Data("size").ShouldBe(Value.From("huge"));
    }

    [Fact]
    public void AHost_ConfirmsWithTrueOrFalse()
    {
        Conversation talk = new Conversation(Sizes).Say("Ann", "small");

        talk.Fork().Step(new AnswerInput("ja") { Interpretation = new AnswerInterpretation(Value.True, "model") }).At.ShouldBe("more");
        talk.Fork().Step(new AnswerInput("nein") { Interpretation = new AnswerInterpretation(Value.False, "model") }).Said.ShouldBe(["Which size?"]);
        talk.Fork().Step(new AnswerInput("riesig") { Interpretation = new AnswerInterpretation(Value.From("huge"), "model") }).Said.ShouldBe(["So huge (huge)?"]);
    }

    [Fact]
    public void KnownAnswer_IsConfirmed_OrAskedAllTheSame_AsTheStepSays()
    {
        var request = new StartRequest { SessionId = "s", Known = Conversation.Named(("mail", Value.From("ann@example.com")), ("room", Value.From("attic"))) };
        var talk = new Conversation(Known, request);
        talk.Said.ShouldBe(["We have ann@example.com. Is that right?"]);
        talk.Session.Data("mail").IsNull.ShouldBeTrue();

        Conversation right = talk.Fork().Reread().Say("yes");
        (right.At, right.Session.Data("mail")).ShouldBe(("room", Value.From("ann@example.com")));
        right.Said.ShouldBe(["Which room?"]);

        Conversation wrong = talk.Fork().Say("no");
        wrong.Said.ShouldBe(["Which address?"]);
        wrong.Say("bo@example.com").Said.ShouldBe(["We have bo@example.com. Is that right?"]);
    }

    [Fact]
    public void KnownAnswerThatIsConfirmed_WithoutAConfirm_IsAMistake()
    {
        var problem = Should.Throw<GuidanceFlow.Compilation.FlowCompilationException>(() => Flows.Of("""{ "id": "room", "type": "ask", "text": "Room?", "when_known": "confirm", "answer": "text" }"""));

        problem.Message.ShouldContain("There is nothing to restate a known answer with. Add 'confirm'");
    }

    [Theory]
    [InlineData("""{ "answer": "nonsense" }""")]
    [InlineData("""{ "denied": 4 }""")]
    [InlineData("""{ "denied": -1, "answer": "s" }""")]
    [InlineData("{}")]
    public void ASnapshotThatConfirmsWhatCannotBe_IsRefused(string confirming)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(new Conversation(Sizes).Say("Ann", "small").Bytes)!.AsObject();
        json["confirming"] = System.Text.Json.Nodes.JsonNode.Parse(confirming);

        SessionSnapshot.Read(Sizes, Encoding.UTF8.GetBytes(json.ToJsonString())).Session.ShouldBeNull();
    }
}
