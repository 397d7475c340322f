using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

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
    public void AnswersFromAFile_ToSensitiveQuestions_AreNotInTheTranscript()
    {
        string flow = _folder.Write("flow.json", """
            { "flow": "f", "data": { "pin": "text", "rest": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "ask-pin", "type": "ask", "text": "Pin?", "answer": "text", "save": "pin", "sensitive": true },
              { "id": "ask-rest", "type": "ask", "text": "And {{ pin }}?", "answer": "text", "save": "rest" },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);

        CommandLine.RunWith("swordfish\nplain\n", "play", flow).Text.ShouldBe("Pin?\n\n> •••\nAnd •••?\n\n> plain\n[resolved]\n");
    }

    [Fact]
    public void TimeSignalsAndActions_GoOnInAPlainChat()
    {
        string inputs = _folder.Write("inputs.json", """{ "customer": { "name": "Ada" } }""");
        string stubs = _folder.Write("stubs.json", """{ "actions": { "parcel.find": { "takes": "PT3S", "returns": { "state": "at_customs", "fee": 20 } } } }""");

        Output output = CommandLine.RunWith(
            "B8\n/advance 5m\n/advance a while\n/signal payment {\"reference\":\"R1\",\"amount\":20}\n/signal payment 20 Euro\n/person\n/advance PT10M\n",
            "play", Waiting, "--inputs", inputs, "--actions", stubs);

        output.Code.ShouldBe(0);
        output.Error.ShouldBe(
            """
            /advance a while: Write how long, such as /advance 30s, 10m, 2h, 1d or PT10M.
            /signal payment 20 Euro: What stands behind the name is not JSON; texts need quotation marks, such as "R1".
            /person: Write /person words.

            """.ReplaceLineEndings("\n"));
        Golden.Verify(output.Text);
    }

    [Fact]
    public void AnActionWithoutAResult_Fails_AfterAllItsAttempts()
    {
        string inputs = _folder.Write("inputs.json", """{ "customer": { "name": "Ada" } }""");

        Output output = CommandLine.RunWith("B8\n", "play", Waiting, "--inputs", inputs);

        output.Error.ShouldBeEmpty();
        Golden.Verify(output.Text);
    }

    [Fact]
    public void ASlash_BeginsACommand_AndTwoAnAnswer()
    {
        Output output = CommandLine.RunWith("/advnce 5m\n//off\ngreen\n", "play", CommandLine.Router);

        output.Error.ShouldBe("/advnce 5m: There is no such command here; there are /advance 10m, /signal name value, /person words. Write // for an answer that begins with a slash.\n");
        output.Lines.ShouldContain("> /off");
        output.Lines[^1].ShouldBe("[resolved]");
    }

    [Fact]
    public void AResultThatDoesNotFit_IsPointedAt_BeforeAnybodyPlays()
    {
        string inputs = _folder.Write("inputs.json", """{ "customer": { "name": "Ada" } }""");
        string stubs = _folder.Write("stubs.json", """{ "actions": { "parcel.find": { "returns": { "state": "at_customs", "fee": "much" } } } }""");

        Output output = CommandLine.RunWith("B8\n", "play", Waiting, "--inputs", inputs, "--actions", stubs);

        output.Code.ShouldNotBe(0);
        output.Error.ShouldContain("stubs.json(1,69): error GF0805: The result does not fit what the flow declares: 'fee' must be a number, but is \"much\". Correct it; to try out a result that does not fit, write \"error\": \"invalid_result\".");
    }

    [Fact]
    public void APerson_WritesAndGivesTheConversationBack_InAPlainChat()
    {
        string inputs = _folder.Write("inputs.json", """{ "customer": { "name": "Ada" } }""");
        string stubs = _folder.Write("stubs.json", """{ "actions": { "parcel.find": { "returns": { "state": "on_its_way" } } } }""");

        Output output = CommandLine.RunWith(
            "A7\n/advance 10m\nno\nHello?\n/person I look into it.\n/person {\"returns\":{\"step\":\"have-it\"}}\nyes\n", "play", Waiting, "--inputs", inputs, "--actions", stubs);

        output.Error.ShouldBeEmpty();
        Golden.Verify(output.Text);
    }

    private static string Waiting => Path.Combine(GoldenFile.Beside("x").Directory, "..", "..", "flows", "Waiting", "parcel-help.json");

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

    [Theory]
    [InlineData("fr", "warning: The flow does not have the language 'fr'. It goes on in 'en'; its languages are en.\n")]
    [InlineData("en-GB", "warning: The flow does not have the language 'en-GB'. It goes on in 'en'; its languages are en.\n")]
    [InlineData("EN", "")]
    public void ALanguageTheFlowDoesNotHave_IsSaidBesideTheChat(string locale, string error)
    {
        Output asked = CommandLine.RunWith("green\n", "play", CommandLine.Router, "--locale", locale);

        asked.ShouldBe(CommandLine.RunWith("green\n", "play", CommandLine.Router) with { Error = error });
        CommandLine.RunWith("{\"start\":{}}\n", "play", CommandLine.Router, "--json", "--locale", locale).Error.ShouldBe(error);
    }

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
    [InlineData("[1]", "inputs.json(1,1): error: The inputs are an object. Write { \"name\": value, … }.\n")]
    [InlineData("{\n \"name\": }", "inputs.json(2,10): error: A value is missing before this '}'.\n")]
    [InlineData("{\n  \"客户\": \"\", \"name\": \"\\ud800\" }", "inputs.json(2,21): error: This text holds half of a character. Write the whole one, or take the escape out.\n")]
    [InlineData("", "inputs.json(1,1): error: The file holds no inputs. They start with '{'.\n")]
    [InlineData("{ \"name\": \"a\",\n  \"name\": \"b\" }", "inputs.json(2,3): error: The input 'name' is given twice. Remove one of them.\n")]
    [InlineData("{ \"nam\": 1 }", "inputs.json(1,3): error: The flow has no input 'nam'; its inputs are name.\n")]
    [InlineData("{\n  \"name\": 1 }", "inputs.json(2,3): error: The input 'name' must be a text, but is 1.\n")]
    public void InputsThatDoNotFit_AreWrongUsage(string text, string expected) =>
        CommandLine.Run("play", CommandLine.Router, "--inputs", _folder.Write("inputs.json", text)).In(_folder.Path).ShouldBe(new Output(2, string.Empty, expected));

    [Fact]
    public void MissingInputs_AreWrongUsage() =>
        CommandLine.Run("play", CommandLine.Router, "--inputs", _folder.At("gone.json")).In(_folder.Path).ShouldBe(new Output(2, string.Empty, "gone.json(1,1): error: There is no such file. Correct the path behind --inputs.\n"));

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

    [Fact]
    public void AFlowThatNeedsInputs_ShowsThem()
    {
        string flow = _folder.Write("needy.json", """
            { "flow": "needy", "inputs": {
                "customer": { "type": "object", "fields": { "name": "text", "since": "date", "nick": { "type": "text", "optional": true } } },
                "devices": { "type": "list", "of": { "type": "object", "fields": { "kind": { "type": "choice", "values": ["lamp", "plug"] }, "count": "integer", "on": "boolean" } } },
                "mood": { "type": "text", "default": "good" } },
              "stages": [ { "id": "s", "steps": [ { "id": "e", "type": "end", "outcome": "resolved", "text": "Hello {{ customer.name }}." } ] } ] }
            """);

        Output output = CommandLine.Run("play", flow);

        output.Code.ShouldBe(2);
        output.Text.ShouldBeEmpty();
        output.Error.ShouldStartWith("error: The flow 'needy' needs inputs.\nSave them in a file, for example inputs.json, and add '--inputs inputs.json':\n{\n");
        string inputs = _folder.Write("inputs.json", output.Error[output.Error.IndexOf('{', StringComparison.Ordinal)..]);
        CommandLine.Run("play", flow, "--inputs", inputs).ShouldBe(new Output(0, "Hello name.\n[resolved]\n", string.Empty));
    }

    [Fact]
    public void AConversationThatWasLeft_GoesOn_AndItsFileStaysForTheNextPipe()
    {
        Flow flow = FlowCompiler.Compile([FlowSource.FromFile(CommandLine.Router)]).GetOrThrow();
        DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        GuidanceSession session = GuidanceEngine.Step(flow, GuidanceEngine.Start(flow, new StartRequest { SessionId = "s" }, now).Session, new AnswerInput("red"), now).Session;
        string saved = _folder.Write("s.json", $$"""
            { "format": 1, "flow": "router", "version": 1, "structure": "{{flow.StructureHash}}", "session": "s", "saved_at": "2026-01-05T09:00:00Z",
              "tickets": [], "snapshot": {{Encoding.UTF8.GetString(SessionSnapshot.Write(session))}} }
            """);

        string before = File.ReadAllText(saved);
        Output output = CommandLine.RunWith("yes\n", "play", CommandLine.Router, "--resume", saved);
        File.ReadAllText(saved).ShouldBe(before);

        output.ShouldBe(new Output(0, "Unplug it, wait ten seconds, and plug it in again. Is the light green now?\n\n> yes\nGood to hear, there.\n[resolved]\n", string.Empty));
    }

    [Theory]
    [InlineData("[]", "error: s.json: The file is not a saved conversation, or it is damaged. It was left as it is.\n")]
    [InlineData(null, "error: s.json: There is no such file. A conversation's file is deleted when it is over.\n")]
    public void AFileThatIsNoConversation_IsWrongUsage(string? text, string expected)
    {
        string saved = text is null ? _folder.At("s.json") : _folder.Write("s.json", text);

        CommandLine.Run("play", CommandLine.Router, "--resume", saved).In(_folder.Path).ShouldBe(new Output(2, string.Empty, expected));
    }

    [Theory]
    [InlineData("--inputs", "inputs.json")]
    [InlineData("--locale", "zh-CN")]
    public void ResumingWithOtherInputsOrAnotherLanguage_IsWrongUsage(string option, string value) =>
        CommandLine.Run("play", CommandLine.Router, "--resume", "s.json", option, value)
            .ShouldBe(new Output(2, string.Empty, "error: --resume goes on with the inputs and in the language that the conversation was started with. Leave out --inputs and --locale, or start anew without --resume.\n"));

    [Fact]
    public void ResumingForPrograms_IsWrongUsage() =>
        CommandLine.Run("play", CommandLine.Router, "--json", "--resume", "s.json")
            .ShouldBe(new Output(2, string.Empty, "error: --resume goes on with a chat; a program sends its session's inputs again. Leave out --resume or --json.\n"));
}
