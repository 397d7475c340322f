using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Commands;

/// <summary>Commands: what customers ask for instead of answering.</summary>
public sealed class CommandTests
{
    private static readonly Flow Plain = Flows.Of(
        """
        { "id": "name", "type": "ask", "text": "Name?", "answer": "text", "save": "name" },
        { "id": "colour", "type": "ask", "text": "Colour?", "answer": { "type": "choice", "options": ["red", "Restart the hub", "help"] } },
        { "id": "fine", "type": "ask", "text": "Fine?", "answer": "yes_no" }
        """,
        "\"data\": { \"name\": \"text\" },");

    [Theory]
    [InlineData("back", SessionCommand.Back)]
    [InlineData("Go back!", SessionCommand.Back)]
    [InlineData("what was the question?", SessionCommand.Repeat)]
    [InlineData("HELP", SessionCommand.Help)]
    [InlineData("I want to talk to a human.", SessionCommand.Person)]
    [InlineData("start over", SessionCommand.Restart)]
    [InlineData("stop", SessionCommand.Cancel)]
    public void Answer_ThatIsACommandAsAWhole_IsTaken(string words, SessionCommand command)
    {
        var talk = new Conversation(Plain).Say("Ann", "red", words);
        talk.Turn.Command.ShouldBe(command);
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Turn.Events[0].ShouldBe(new TurnEvent(TurnEventKind.Commanded, "fine", command.ToString().ToLowerInvariant()));
    }

    [Theory]
    [InlineData("上一步", SessionCommand.Back)]
    [InlineData("请再说一遍。", SessionCommand.Repeat)]
    [InlineData("帮助", SessionCommand.Help)]
    [InlineData("转人工", SessionCommand.Person)]
    [InlineData("重新开始", SessionCommand.Restart)]
    [InlineData("取消", SessionCommand.Cancel)]
    public void Answer_ThatIsACommandInChinese_IsTaken(string words, SessionCommand command)
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "ask", "text": "好吗？", "answer": "yes_no" }, { "id": "b", "type": "ask", "text": "可以吗？", "answer": "yes_no" }""", "\"locales\": [\"zh-CN\"],");
        new Conversation(flow).Say("好", words).Turn.Command.ShouldBe(command);
    }

    [Theory]
    [InlineData("I have back pain")]
    [InlineData("the agent said no")]
    [InlineData("do not cancel")]
    public void Answer_ThatOnlyContainsACommand_IsAnAnswer(string words)
    {
        var talk = new Conversation(Plain).Say("Ann", "red", words);
        talk.Turn.Command.ShouldBeNull();
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
    }

    [Fact]
    public void AnOption_SaidExactly_ComesBeforeACommand_AndACommandBeforeAnOptionThatIsOnlyMeant()
    {
        new Conversation(Plain).Say("Ann", "help").Turn.Command.ShouldBeNull();
        new Conversation(Plain).Say("Ann", "the hub, restart the hub please").Session.Answer("colour").ShouldBe(Conversation.Text("Restart the hub"));
        new Conversation(Plain).Say("Ann", "restart").Turn.Command.ShouldBe(SessionCommand.Restart);
    }

    [Fact]
    public void ACommand_InAnswerToAQuestionForAnyText_ComesFirst() =>
        new Conversation(Plain).Say("help").Turn.Command.ShouldBe(SessionCommand.Help);

    [Fact]
    public void Repeat_AsksAgainInFull_AndCostsNoAttempt()
    {
        var talk = new Conversation(Plain).Say("Ann", "green");
        talk.Session.Attempts.ShouldBe(1);
        (int visit, int turn) = (talk.Session.Visit, talk.Session.Turn);

        talk.Say("repeat");

        talk.Said.ShouldBe(["Colour?"]);
        talk.Turn.Messages[0].Kind.ShouldBe(MessageKind.Ask);
        (talk.Session.Attempts, talk.Session.Visit, talk.Session.Turn).ShouldBe((1, visit, turn + 1));
    }

    [Fact]
    public void Help_SaysWhatCanBeSaid_AndAsksAgain() =>
        new Conversation(Plain).Say("help").Said.ShouldBe(["Just answer the question. You can also write: back, repeat, person, restart, cancel", "Name?"]);

    [Fact]
    public void Person_FallsBack_WithThatReason()
    {
        var talk = new Conversation(Plain).Say("Ann", "green", "agent");
        talk.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Person, "main", "colour", 1, ["green"]));
        talk.Ticket.Subject.ShouldBe("person");
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Fact]
    public void Person_InALoopThatGoesOnAfterFailures_LeadsOutOfIt()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "1..3", "as": "i", "on_failure": "next_item", "steps": [ { "id": "ok", "type": "ask", "text": "{{ i }} ok?", "answer": "yes_no" } ] }""");
        new Conversation(flow).Say("yes", "person").Ticket.Fallback!.Reason.ShouldBe(FallbackReason.Person);
    }

    [Fact]
    public void Restart_BeginsAgain_WithInputsAndNothingElse()
    {
        Flow flow = Flows.Of(
            """{ "id": "name", "type": "ask", "text": "{{ shop }}: name?", "answer": "text", "save": "name" }, { "id": "b", "type": "ask", "text": "Ok?", "answer": "yes_no" }""",
            "\"inputs\": { \"shop\": \"text\" }, \"data\": { \"name\": \"text\" },");
        var talk = new Conversation(flow, ("shop", Conversation.Text("S"))).Say("Ann", "restart");
        talk.Said.ShouldBe(["S: name?"]);
        talk.Session.Data("name").ShouldBe(Value.Null);
        talk.Session.Path.ShouldBeEmpty();
        talk.Say("back").Turn.Reason.ShouldBe(TurnReason.NothingBefore);
    }

    [Fact]
    public void Cancel_EndsTheSession_AsAbandoned()
    {
        var talk = new Conversation(Plain).Say("Ann", "cancel");
        talk.Said.ShouldBe(["All right, we stop here. You are welcome back at any time."]);
        (talk.Session.Status, talk.Session.Outcome).ShouldBe((SessionStatus.Ended, SessionOutcome.Abandoned));
        talk.Reread().Say("red").Turn.Reason.ShouldBe(TurnReason.Ended);
    }

    [Fact]
    public void ACommandInput_IsTheSameAsItsWords()
    {
        var words = new Conversation(Plain).Say("Ann", "back");
        var button = new Conversation(Plain).Say("Ann").Step(new CommandInput(SessionCommand.Back));
        button.Bytes.ShouldBe(words.Bytes);
        button.Turn.Messages.ShouldBe(words.Turn.Messages);
    }

    [Fact]
    public void InALanguageTheEngineDoesNotSpeak_NothingForeignIsSaid()
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "ask", "text": "Name?", "answer": "text" }""", "\"locales\": [\"de\"],");
        new Conversation(flow).Step(new CommandInput(SessionCommand.Help)).Said.ShouldBe(["Name?"]);
        new Conversation(flow).Step(new CommandInput(SessionCommand.Back)).Said.ShouldBeEmpty();
        new Conversation(flow).Step(new CommandInput(SessionCommand.Cancel)).Said.ShouldBeEmpty();
        new Conversation(flow).Say("help").Turn.Command.ShouldBeNull();
    }

    [Fact]
    public async Task AHost_KeepsCommandsInTheJournal()
    {
        var store = new InMemorySessionStore();
        var host = new GuidanceHost(new FlowCatalog([Plain]), store, new InMemoryTicketSink());
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: cancellation);
        await host.AnswerAsync("s", "Ann", cancellationToken: cancellation);
        await host.AnswerAsync("s", "Go back!", cancellationToken: cancellation);
        TurnReply repeated = await host.StepAsync("s", new CommandInput(SessionCommand.Repeat), "i1", cancellation);
        TurnReply again = await host.StepAsync("s", new CommandInput(SessionCommand.Repeat), "i1", cancellation);
        TurnReply refused = await host.StepAsync("s", new CommandInput(SessionCommand.Back), cancellationToken: cancellation);

        TurnReplyJson.Write(again).ShouldBe(TurnReplyJson.Write(repeated));
        (refused.Result, refused.Reason, refused.Messages.Count).ShouldBe((TurnResult.Refused, TurnReason.NothingBefore, 1));
        (await store.ReadJournalAsync("s", cancellation)).Select(entry => (entry.Kind, entry.Command, entry.Raw)).ShouldBe(
        [
            (JournalEntryKind.Start, null, null),
            (JournalEntryKind.Answer, null, "Ann"),
            (JournalEntryKind.Command, SessionCommand.Back, "Go back!"),
            (JournalEntryKind.Command, SessionCommand.Repeat, null),
        ]);
    }
}
