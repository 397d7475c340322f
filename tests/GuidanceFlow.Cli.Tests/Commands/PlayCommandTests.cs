using GuidanceFlow.Testing;

namespace GuidanceFlow.Cli.Tests.Commands;

public sealed class PlayCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnswersFromAFile_GiveTheTranscript()
    {
        Output output = CommandLine.RunWith("blue\n2\r\nno\nnobody reads this\n", "play", CommandLine.Router);

        output.Code.ShouldBe(0);
        output.Error.ShouldBeEmpty();
        Golden.Verify(output.Text);
    }

    [Fact]
    public void OnATerminal_ThePromptWaitsForTheAnswer() =>
        CommandLine.Run("green\n"u8.ToArray(), ["play", CommandLine.Router], echo: false).Text.ShouldBe(
            """
            Hello there, we look at it together.
            What colour is the light on your router?
              1. Green
              2. Red

            > Good to hear, there.
            [resolved]

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void TheEndOfTheInput_EndsTheChat() =>
        CommandLine.RunWith("red", "play", CommandLine.Router).Text.ShouldEndWith("\n> red\nUnplug it, wait ten seconds, and plug it in again. Is the light green now?\n");

    [Fact]
    public void Inputs_ComeFromAFile()
    {
        string inputs = _folder.Write("inputs.json", "{ \"name\": \"Ann\", } // a customer");

        CommandLine.RunWith(string.Empty, "play", CommandLine.Router, "--inputs", inputs).Text.ShouldStartWith("Hello Ann, we look at it together.\n");
    }

    [Theory]
    [InlineData("[1]", "error: inputs.json: Expected an object with the flow's inputs by name.\n")]
    [InlineData("{\n \"name\": }", "error: inputs.json: The file is not JSON; see line 2.\n")]
    [InlineData("{ \"name\": \"\\ud800\" }", "error: inputs.json: A text in the file holds half of a character.\n")]
    [InlineData("{ \"nam\": 1 }", "error: The flow has no input 'nam'; its inputs are name.\n")]
    [InlineData("{ \"name\": 1 }", "error: The input 'name' must be a text, but is 1.\n")]
    public void InputsThatDoNotFit_AreWrongUsage(string text, string expected) =>
        CommandLine.Run("play", CommandLine.Router, "--inputs", _folder.Write("inputs.json", text)).In(_folder.Path).ShouldBe(new Output(2, string.Empty, expected));

    [Fact]
    public void MissingInputs_AreWrongUsage() =>
        CommandLine.Run("play", CommandLine.Router, "--inputs", _folder.At("gone.json")).In(_folder.Path).ShouldBe(new Output(2, string.Empty, "error: gone.json: There is no such file.\n"));

    [Theory]
    [InlineData("chat")]
    [InlineData("--json")]
    public void AFlowThatCannotBeLoaded_Gives3(string mode)
    {
        string flow = _folder.Write("a.json", "{}");

        Output output = CommandLine.Run(mode == "chat" ? ["play", flow] : ["play", flow, mode]).In(_folder.Path);

        output.Code.ShouldBe(3);
        output.Text.ShouldBeEmpty();
        output.Error.ShouldBe("a.json(1,1): error GF0006: Member 'flow' is missing in a flow. Add \"flow\": \"an-id\".\na.json(1,1): error GF0006: Member 'stages' is missing in a flow. Add \"stages\": [ … ].\n");
    }

    [Fact]
    public void AFlowThatIsNotThere_Gives3() =>
        CommandLine.Run("play", _folder.At("gone.json")).In(_folder.Path).ShouldBe(new Output(3, string.Empty, "gone.json(1,1): error GF0002: There is no such file.\n"));
}
