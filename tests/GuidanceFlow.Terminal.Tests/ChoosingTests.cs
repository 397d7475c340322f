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
