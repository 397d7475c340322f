namespace GuidanceFlow.Terminal.Tests;

/// <summary>What stands in a list can be chosen from it, whatever its words are.</summary>
public sealed class ChoosingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("⏎", "slash")]
    [InlineData("▼⏎", "quit")]
    [InlineData("▼▼⏎", "dash")]
    [InlineData("▼▼▼⏎", "one")]
    [InlineData("▼▼▼▼⏎", "two")]
    [InlineData("2⏎", "quit")]
    [InlineData("3⏎", "dash")]
    [InlineData("Quit⏎", "quit")]
    [InlineData("//again⏎", "slash")]
    public async Task AnyOption_IsChosen_FromTheListAndByItsNumber(string keys, string value) =>
        (await SaidAsync(Options, keys)).ShouldContain($"You chose {value}.");

    [Theory]
    [InlineData("/again⏎")]
    [InlineData("/quit⏎")]
    public async Task ACommandThatIsTyped_StaysACommand_WhereAnOptionHasItsName(string keys) =>
        (await SaidAsync(Options, keys)).ShouldNotContain("You chose");

    [Theory]
    [InlineData("1", "slash")]
    [InlineData("2", "quit")]
    [InlineData("3", "dash")]
    public async Task AnyOption_IsChosenByItsNumber_WhereOnlyLinesAreRead(string line, string value)
    {
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.Compile(Options), terminal, new ScriptedLines(line), _folder.Path, ("TERM", "dumb")).StartAsync();

        terminal.Text.ShouldContain($"You chose {value}.");
    }

    [Theory]
    [InlineData("⏎", "true")]
    [InlineData("▼⏎", "false")]
    [InlineData("1⏎", "true")]
    [InlineData("yes⏎", "false")]
    [InlineData("no⏎", "false")]
    public async Task TheYesOfAList_IsYes_ThoughTheQuestionReadsTheWordAsNo(string keys, string value) =>
        (await SaidAsync(
            """
            { "flow": "f", "data": { "it": "boolean" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
              { "id": "ask", "type": "ask", "text": "Well?", "save": "it", "answer": { "type": "yes_no", "no": ["yes", "是"] } },
              { "id": "said", "type": "say", "text": "You chose {{ it }}." },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """,
            keys)).ShouldContain($"You chose {value}.");

    [Theory]
    [InlineData(" ▼▼ ⏎", "hub lock")]
    [InlineData("⏎▼ ⏎", "lamp")]
    [InlineData("hub and 3⏎", "hub lock")]
    [InlineData("   ▼ ⏎", "hub lamp")]
    [InlineData("all⏎", "hub lamp lock")]
    public async Task SeveralOptions_AreTickedOrTyped(string keys, string values)
    {
        string said = await SaidAsync(Several, keys);

        said.ShouldContain($"You chose {values}.");
    }

    [Fact]
    public async Task SeveralOptions_AreNumberedAndTyped_WhereOnlyLinesAreRead()
    {
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.Compile(Several), terminal, new ScriptedLines("2 and 3"), _folder.Path, ("TERM", "dumb")).StartAsync();

        terminal.Text.ShouldContain("You chose lamp lock.");
    }

    [Fact]
    public async Task TooManyTicks_AreExplained() =>
        (await SaidAsync(Several.Replace("\"type\": \"choices\",", "\"type\": \"choices\", \"max\": 1,", StringComparison.Ordinal), " ▼ ⏎")).ShouldContain("Please choose 1 option.");

    [Fact]
    public async Task ASecret_IsNeverOnTheScreen()
    {
        const string flow =
            """
            { "flow": "f", "data": { "pin": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
              { "id": "ask", "type": "ask", "text": "Pin?", "save": "pin", "sensitive": true, "answer": "text" },
              { "id": "said", "type": "say", "text": "You said {{ pin }}." },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;

        string said = await SaidAsync(flow, "swordfish⏎");

        said.ShouldNotContain("sword");
        said.ShouldContain("› •••");
        said.ShouldContain("You said •••.");
    }

    private const string Several =
        """
        { "flow": "f", "data": { "them": "list of text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
          { "id": "ask", "type": "ask", "text": "Which?", "save": "them", "answer": { "type": "choices", "options": ["hub", "lamp", "lock"] } },
          { "id": "said", "type": "say", "text": "You chose {{ them | array.join ' ' }}." },
          { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private const string Options =
        """
        { "flow": "f", "data": { "it": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
          { "id": "ask", "type": "ask", "text": "Which?", "save": "it", "answer": { "type": "choice", "options": [
            { "value": "slash", "label": "/again" }, { "value": "quit", "label": "Quit" }, { "value": "dash", "label": "—" },
            { "value": "one", "label": "Lamp {{ 1 }}" }, { "value": "two", "label": "Lamp {{ 1 }}" } ] } },
          { "id": "said", "type": "say", "text": "You chose {{ it }}." },
          { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private async Task<string> SaidAsync(string flow, string keys)
    {
        using var terminal = new VirtualTerminal(80);
        await new Chat(Chat.Compile(flow), terminal, new ScriptedInput(keys.Select(key => key.ToString()).ToArray()), _folder.Path).StartAsync();
        return terminal.Text;
    }
}
