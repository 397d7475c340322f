using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Commands;

/// <summary>What a flow changes about commands.</summary>
public sealed class CommandDefinitionTests
{
    private const string Questions = """{ "id": "a", "type": "ask", "text": "A?", "answer": "yes_no" }, { "id": "b", "type": "ask", "text": "B?", "answer": "yes_no" }, { "id": "c", "type": "ask", "text": "C?", "answer": "yes_no" }""";

    private static Flow With(string commands) => Flows.Of(Questions, "\"commands\": { " + commands + " },");

    private static string[] Errors(string commands) => Flows.ErrorsOf(Flows.TextOf(Questions, "\"commands\": { " + commands + " },"));

    [Fact]
    public void Off_TheWordsMeanNothing_AndTheInputIsRefused()
    {
        var talk = new Conversation(With("\"restart\": { \"off\": true }")).Say("yes", "restart");
        talk.Turn.Command.ShouldBeNull();
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Step(new CommandInput(SessionCommand.Restart));
        (talk.Turn.Result, talk.Turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.CommandOff));
        talk.Say("help").Said[0].ShouldBe("Just answer the question. You can also write: back, repeat, person, cancel");
    }

    [Fact]
    public void Back_Off_KeepsNothingToTakeBack()
    {
        var talk = new Conversation(With("\"back\": { \"off\": true }")).Say("yes");
        talk.Session.State.Undo.Count.ShouldBe(0);
        talk.Step(new CommandInput(SessionCommand.Back)).Turn.Reason.ShouldBe(TurnReason.CommandOff);
    }

    [Fact]
    public void Words_CountBesideTheBuiltInOnes_AndBeforeThem()
    {
        Flow flow = With("\"repeat\": { \"words\": [\"Eh?\", \"undo\"] }");
        new Conversation(flow).Say("yes", "eh").Turn.Command.ShouldBe(SessionCommand.Repeat);
        new Conversation(flow).Say("yes", "repeat").Turn.Command.ShouldBe(SessionCommand.Repeat);
        new Conversation(flow).Say("yes", "undo").Turn.Command.ShouldBe(SessionCommand.Repeat);
        new Conversation(flow).Say("yes", "back").Turn.Command.ShouldBe(SessionCommand.Back);
    }

    [Fact]
    public void Only_RenamesACommand()
    {
        Flow flow = With("\"person\": { \"words\": [\"Hotline\"], \"only\": true }");
        new Conversation(flow).Say("agent").Turn.Command.ShouldBeNull();
        new Conversation(flow).Say("hotline").Turn.Command.ShouldBe(SessionCommand.Person);
        new Conversation(flow).Say("help").Said[0].ShouldBe("Just answer the question. You can also write: back, repeat, Hotline, restart, cancel");
    }

    [Fact]
    public void Text_IsSaidFirst()
    {
        Flow flow = With("\"help\": { \"text\": \"Say yes or no.\" }, \"cancel\": { \"text\": \"Bye.\" }, \"back\": { \"text\": \"Gladly.\" }");
        new Conversation(flow).Say("help").Said.ShouldBe(["Say yes or no.", "A?"]);
        new Conversation(flow).Say("yes", "back").Said.ShouldBe(["Gladly.", "A?"]);
        new Conversation(flow).Say("cancel").Said.ShouldBe(["Bye."]);
    }

    [Fact]
    public void Goto_LeadsAPersonsCustomersSomewhereElse()
    {
        Flow flow = Flows.Of(
            Questions,
            "\"commands\": { \"person\": { \"goto\": \"bye\" } },");
        new Conversation(flow).Say("person").Session.Outcome.ShouldBe(SessionOutcome.Resolved);
    }

    [Fact]
    public void Limit_BoundsHowFarBackReaches()
    {
        var talk = new Conversation(With("\"back\": { \"limit\": 1 }")).Say("yes", "yes", "back");
        talk.At.ShouldBe("b");
        talk.Say("back").Turn.Reason.ShouldBe(TurnReason.Bound);
    }

    [Fact]
    public void Words_AndTexts_AreTranslated()
    {
        FlowDefinition flow = FlowSource.FromText("f.json", Flows.TextOf(Questions, "\"locales\": [\"en\", \"de\"], \"commands\": { \"help\": { \"words\": [\"eh\"], \"text\": \"Yes or no.\" } },")).Read().Definition!;
        FlowTexts.Of(flow).Select(text => text.Key.ToString()).ShouldContain("commands/help/words");
        FlowTexts.Of(flow).Select(text => text.Key.ToString()).ShouldContain("commands/help/text");
        TextKey.TryParse("commands/help/words", out TextKey key).ShouldBeTrue();
        (key.Part, key.IsList).ShouldBe((TextPart.Command, true));
    }

    [Theory]
    [InlineData("\"bak\": {}", "Unknown member 'bak' in the commands. Did you mean 'back'?")]
    [InlineData("\"back\": { \"goto\": \"a\" }", "Only 'person' leads to a step. Remove 'goto' from 'back'.")]
    [InlineData("\"help\": { \"limit\": 3 }", "Only 'back' has a limit. Remove 'limit' from 'help'.")]
    [InlineData("\"help\": { \"only\": true }", "Only the command's own words count, but it has none. Add 'words', or switch it off with \"off\": true.")]
    [InlineData("\"help\": { \"words\": [\"?!\"] }", "'?!' holds no letter or digit, so that nobody can say it. Write a word.")]
    [InlineData("\"help\": { \"words\": [\"x\"] }, \"back\": { \"words\": [\"X!\"] }", "'x' would mean both 'back' and 'help'. Take it out of one of the two.")]
    [InlineData("\"person\": { \"goto\": \"nowhere\" }", "The command 'person' leads to 'nowhere': no such step.")]
    public void Mistakes_AreNamed(string commands, string expected) => Errors(commands).ShouldHaveSingleItem().ShouldContain(expected);
}
