using System.Text;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Cli.Tests.Commands;

/// <summary>A translator's day: extract, translate, check, and follow the flow as it changes.</summary>
public sealed class StringsCommandTests : IDisposable
{
    private const string Flow =
        """
        { "$schema": "../schemas/flow-v1.schema.json", "flow": "hello", "locales": ["en", "zh-CN"],
          "stages": [ { "id": "all", "steps": [
            { "id": "hello", "type": "say", "text": "Hello!" },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    public StringsCommandTests() => _folder.Write("hello.json", Flow);

    private string FlowPath => Path.Combine(_folder.Path, "hello.json");

    private string ChinesePath => Path.Combine(_folder.Path, "hello.zh-CN.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Extract_WritesEveryTextWithItsFingerprint()
    {
        Run("extract", FlowPath).ShouldBe(new Output(0, "hello.zh-CN.json: 2 texts to translate\n", string.Empty));
        Fingerprints(File.ReadAllText(ChinesePath)).ShouldBe(
            """
            {
              "$schema": "../schemas/translation-v1.schema.json",
              "flow": "hello",
              "locale": "zh-CN",
              "steps": {
                "hello": {
                  "text": {
                    "source": "Hello!",
                    "of": "…",
                    "text": ""
                  }
                },
                "bye": {
                  "text": {
                    "source": "Bye.",
                    "of": "…",
                    "text": ""
                  }
                }
              }
            }

            """);
    }

    [Fact]
    public void Synonyms_AreListsWhereverTheyStand()
    {
        const string Asking =
            """
            { "flow": "hello", "locales": ["en", "zh-CN"], "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
              { "id": "ask", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "on", "synonyms": ["lit"] }, { "value": "off", "synonyms": ["dark", "black"] } ] } },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        _folder.Write("hello.json", Asking);
        Run("extract", FlowPath);
        string text = File.ReadAllText(ChinesePath);
        text.ShouldContain("\"source\": [\n          \"lit\"\n        ],");
        text.ShouldContain("\"text\": []");

        int first = text.IndexOf("\"text\": []", StringComparison.Ordinal);
        File.WriteAllText(ChinesePath, text.Remove(first, 10).Insert(first, "\"text\": [\"亮\"]"));
        _folder.Write("hello.json", Asking.Replace("\"lit\"", "\"lit\", \"bright\"", StringComparison.Ordinal));
        CommandLine.Run("validate", FlowPath).Error.ShouldContain("'steps/ask/answer.options.on.synonyms' translates another wording than the flow has now: 'lit', 'bright'.");
        Run("update", FlowPath);
        File.ReadAllText(ChinesePath).ShouldContain("\"was\": [\n          \"lit\"\n        ],");
        File.ReadAllText(ChinesePath).ShouldContain("\"text\": [\n          \"亮\"\n        ]");
    }

    [Fact]
    public void Extract_NeverTouchesAFileThatIsThere()
    {
        _folder.Write("hello.zh-CN.json", "work");
        Run("extract", FlowPath, "--locale", "zh-CN").ShouldBe(new Output(2, string.Empty, "error: There is hello.zh-CN.json already. Use 'guidanceflow strings update' to bring it up to date.\n"));
        Run("extract", FlowPath).ShouldBe(new Output(0, "hello.zh-CN.json: is there already\n", string.Empty));
        File.ReadAllText(ChinesePath).ShouldBe("work");
    }

    [Fact]
    public void Extract_OfALanguageTheFlowDoesNotList_SaysToListIt() =>
        Run("extract", FlowPath, "--locale", "de").Text.ShouldBe("hello.de.json: 2 texts to translate\nAdd \"de\" to the 'locales' of hello.json when it is translated.\n");

    [Theory]
    [InlineData("chinese", "error: 'chinese' is not the name of a language. Write one such as \"en\", \"de-AT\" or \"zh-CN\".\n")]
    [InlineData("zh_CN", "error: 'zh_CN' is not the name of a language. Write \"zh-CN\".\n")]
    [InlineData("../de", "error: '../de' is not the name of a language. Write one such as \"en\", \"de-AT\" or \"zh-CN\".\n")]
    [InlineData("", "error: This text is empty. Write something, or leave it out.\n")]
    [InlineData("EN", "error: 'EN' is the flow's own language.\n")]
    public void Locale_ThatIsNone_IsWrongUsage(string locale, string error)
    {
        Run("extract", FlowPath, "--locale", locale).ShouldBe(new Output(2, string.Empty, error));
        Run("update", FlowPath, "--locale", locale).ShouldBe(new Output(2, string.Empty, error));
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void Check_SaysWhatIsMissing_AndNothingOnceAllIsTranslated()
    {
        Run("extract", FlowPath);
        Output missing = Run("check", _folder.Path);
        missing.Code.ShouldBe(1);
        missing.Text.ShouldBe("hello.zh-CN.json: 0 of 2 texts translated, 2 missing, 0 out of date, 0 left over\n");
        missing.Error.Split('\n').Length.ShouldBe(3);
        missing.Error.ShouldStartWith("hello.zh-CN.json(7,7): error GF0701: The entry of 'steps/hello/text' is empty: 'Hello!'.");

        Translate("您好！", "再见。");
        Run("check", FlowPath).ShouldBe(new Output(0, "hello.zh-CN.json: 2 of 2 texts translated, 0 missing, 0 out of date, 0 left over\n", string.Empty));
        CommandLine.Run("validate", ChinesePath).Text.ShouldBe("1 flow, 0 errors, 0 warnings\n");
    }

    [Fact]
    public void Update_AfterTheFlowChanged_AsksToLookThroughAndKeepsEverything()
    {
        Run("extract", FlowPath);
        Translate("您好！", "再见。");
        Run("update", FlowPath).Text.ShouldBe("hello.zh-CN.json: up to date\n");
        _folder.Write("hello.json", Flow.Replace("Hello!", "Welcome!", StringComparison.Ordinal).Replace("\"bye\"", "\"goodbye\"", StringComparison.Ordinal).Replace("{ \"id\": \"hello\"", "{ \"id\": \"new\", \"type\": \"say\", \"text\": \"New.\" }, { \"id\": \"hello\"", StringComparison.Ordinal));
        CommandLine.Run("validate", FlowPath).Code.ShouldBe(1);

        Run("update", FlowPath).ShouldBe(new Output(
            0,
            """
            hello.zh-CN.json: 1 to translate, 1 to look through, 1 found again, 0 set aside
              to translate: steps/new/text
              to look through: steps/hello/text
            Write the translations that are empty under 'text'.
            Compare 'was' with 'source', correct 'text' and remove 'was'. Where it still fits: guidanceflow strings update hello.json --confirm steps/hello/text

            """.ReplaceLineEndings("\n"),
            string.Empty));
        string updated = File.ReadAllText(ChinesePath);
        updated.ShouldContain("\"source\": \"Welcome!\",\n        \"was\": \"Hello!\",");
        updated.ShouldContain("\"goodbye\"");
        Run("check", FlowPath).Text.ShouldBe("hello.zh-CN.json: 1 of 3 texts translated, 1 missing, 1 out of date, 0 left over\n");

        Run("update", FlowPath, "--confirm", "steps/hello/text").Text.ShouldStartWith("hello.zh-CN.json: 1 to translate, 0 to look through, 0 found again, 0 set aside\n");
        Run("update", FlowPath, "--confirm", "steps/helo/text").ShouldBe(new Output(2, string.Empty, "error: The flow has no text 'steps/helo/text'. Did you mean 'steps/hello/text'?\n"));
    }

    [Fact]
    public void Update_OfAnEntryWrittenByHand_SaysThatItIsToBeConfirmed()
    {
        _folder.Write("hello.zh-CN.json", "{ \"flow\": \"hello\", \"locale\": \"zh-CN\", \"steps\": { \"hello\": { \"text\": { \"text\": \"您好！\" } }, \"bye\": { \"text\": { \"text\": \"再见。\" } } } }");
        Run("update", FlowPath).Lines[2].ShouldBe("An entry without 'was' does not say what it translates: confirm it where it fits.");
        Run("update", FlowPath, "--confirm", "all").Code.ShouldBe(0);
        Run("check", FlowPath).ShouldBe(new Output(0, "hello.zh-CN.json: 2 of 2 texts translated, 0 missing, 0 out of date, 0 left over\n", string.Empty));
    }

    [Fact]
    public void Check_ShowsWhatALanguageLacksBesideTexts()
    {
        _folder.Write("hello.json", Flow.Replace("\"zh-CN\"", "\"de\"", StringComparison.Ordinal)
            .Replace("\"steps\": [", "\"fallback\": { \"goto\": \"bye\" }, \"steps\": [ { \"id\": \"sure\", \"type\": \"ask\", \"text\": \"{{ step.title }}?\", \"answer\": \"yes_no\" },", StringComparison.Ordinal));
        Run("extract", FlowPath);
        string[] findings = Run("check", FlowPath).Error.Split('\n');
        findings.ShouldContain(line => line.Contains("GF0904: 'sure' understands no yes and no in 'de'", StringComparison.Ordinal));
        findings.ShouldContain(line => line.Contains("GF0905: The step 'sure' has no title", StringComparison.Ordinal));
    }

    [Fact]
    public void Update_WithNothingToWrite_StillSaysWhatIsToBeTranslated()
    {
        Run("extract", FlowPath);
        const string Left =
            """
            hello.zh-CN.json: 2 to translate, 0 to look through, 0 found again, 0 set aside
              to translate: steps/hello/text, steps/bye/text
            Write the translations that are empty under 'text'.

            """;
        Run("update", FlowPath).ShouldBe(new Output(0, Left, string.Empty));
        Run("update", FlowPath).ShouldBe(new Output(0, Left, string.Empty));
    }

    [Fact]
    public void Update_OfManyTexts_NamesTheFirstOnes()
    {
        string steps = string.Concat(Enumerable.Range(1, 7).Select(i => $"{{ \"id\": \"step-{i}\", \"type\": \"say\", \"text\": \"Step {i}\" }}, "));
        _folder.Write("hello.json", Flow.Replace("\"steps\": [", "\"steps\": [ " + steps, StringComparison.Ordinal));
        Run("extract", FlowPath);
        Run("update", FlowPath).Lines[1].ShouldBe("  to translate: steps/step-1/text, steps/step-2/text, steps/step-3/text, steps/step-4/text, steps/step-5/text and 4 more");
    }

    [Fact]
    public void Update_ThatSetsSomethingAside_NamesIt()
    {
        Run("extract", FlowPath);
        Translate("您好！", "再见。");
        _folder.Write("hello.json", Flow.Replace(", \"text\": \"Bye.\"", string.Empty, StringComparison.Ordinal));
        Run("update", FlowPath).Text.ShouldBe("hello.zh-CN.json: 0 to translate, 0 to look through, 0 found again, 1 set aside\n  set aside under 'unused': steps/bye/text\n");
        Run("update", FlowPath).Text.ShouldBe("hello.zh-CN.json: up to date\n");
    }

    [Fact]
    public void Update_KeepsByteOrderMarkLineEndsAndRemarks()
    {
        Run("extract", FlowPath);
        string windows = File.ReadAllText(ChinesePath).Replace("\"source\": \"Bye.\"", "\"note\": \"Short.\",\n        \"source\": \"Bye.\"", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllText(ChinesePath, windows, Encoding.UTF8);
        _folder.Write("hello.json", Flow.Replace("Hello!", "Welcome!", StringComparison.Ordinal));

        Run("update", FlowPath).Code.ShouldBe(0);

        byte[] updated = File.ReadAllBytes(ChinesePath);
        updated.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        Fingerprints(Encoding.UTF8.GetString(updated.AsSpan(3))).ShouldBe(Fingerprints(windows.Replace("Hello!", "Welcome!", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_OfALanguageWithAParent_AsksForNothingButWhatItSaysItself()
    {
        _folder.Write("hello.json", Flow.Replace("\"zh-CN\"", "\"zh\", \"zh-TW\"", StringComparison.Ordinal));
        _folder.Write("hello.zh.json", "{ \"flow\": \"hello\", \"locale\": \"zh\", \"steps\": { \"hello\": { \"text\": { \"untranslated\": true } }, \"bye\": { \"text\": { \"untranslated\": true } } } }");
        Run("update", FlowPath, "--locale", "zh", "--confirm", "all");
        Run("check", FlowPath).ShouldBe(new Output(0, "hello.zh.json: 2 of 2 texts translated, 0 missing, 0 out of date, 0 left over\nhello.zh-TW.json: is not there, all texts come from 'zh'\n", string.Empty));

        _folder.Write("hello.zh-TW.json", "{ \"flow\": \"hello\", \"locale\": \"zh-TW\", \"steps\": { \"hello\": { \"text\": { \"text\": \"\" } } } }");
        Run("update", FlowPath, "--locale", "zh-TW").Text.ShouldStartWith("hello.zh-TW.json: 0 to translate, ");
        Run("check", FlowPath).ShouldBe(new Output(0, "hello.zh.json: 2 of 2 texts translated, 0 missing, 0 out of date, 0 left over\nhello.zh-TW.json: 0 of 2 texts of its own, the others from 'zh', 0 out of date, 0 left over\n", string.Empty));
    }

    [Fact]
    public void Confirm_OfATextWithoutTranslation_IsWrongUsageAndChangesNothing()
    {
        Run("extract", FlowPath);
        string before = File.ReadAllText(ChinesePath);
        Run("update", FlowPath, "--confirm", "steps/hello/text")
            .ShouldBe(new Output(2, string.Empty, "error: hello.zh-CN.json: 'steps/hello/text' has no translation yet, so there is nothing to confirm. Write it under 'text' first.\n"));
        Run("update", FlowPath, "--confirm", "")
            .ShouldBe(new Output(2, string.Empty, "error: The flow has no text ''. A text goes by its key, such as steps/hello/text; 'guidanceflow strings check' names those that are out of date.\n"));
        File.ReadAllText(ChinesePath).ShouldBe(before);
    }

    [Fact]
    public void Confirm_OfATextThatOneLanguageHas_LeavesTheOtherToBeTranslated()
    {
        _folder.Write("hello.json", Flow.Replace("\"zh-CN\"", "\"zh-CN\", \"de\"", StringComparison.Ordinal));
        Run("extract", FlowPath);
        Translate("您好！", "再见。");
        _folder.Write("hello.json", Flow.Replace("\"zh-CN\"", "\"zh-CN\", \"de\"", StringComparison.Ordinal).Replace("Hello!", "Hello.", StringComparison.Ordinal));
        string[] said = Run("update", FlowPath, "--confirm", "steps/hello/text").Lines;
        said[0].ShouldBe("hello.zh-CN.json: 0 to translate, 0 to look through, 0 found again, 0 set aside");
        said[1].ShouldBe("hello.de.json: 2 to translate, 0 to look through, 0 found again, 0 set aside");
    }

    [Theory]
    [InlineData("{ \"flow\": \"hello\", \"locale\": \"zh-CN\" // later\n}", 2, "error: hello.zh-CN.json(1): Comments would be lost. Put them under 'note', or remove them. The file was left as it is.\n")]
    [InlineData("{ \"flow\": \"hello\", \"locale\": \"zh-CN\", ", 3, "error: hello.zh-CN.json was left as it is. Correct it first.\n")]
    [InlineData("{ \"flow\": \"hallo\", \"locale\": \"zh-CN\" }", 3, "error: hello.zh-CN.json says it is 'hallo' in 'zh-CN', not 'hello' in 'zh-CN'. It was left as it is.\n")]
    public void Update_OfAFileItWouldHarm_LeavesItAsItIs(string text, int code, string error)
    {
        _folder.Write("hello.zh-CN.json", text);
        Output output = Run("update", FlowPath);
        output.Code.ShouldBe(code);
        output.Error.ShouldEndWith(error);
        File.ReadAllText(ChinesePath).ShouldBe(text);
    }

    [Theory]
    [InlineData("strings", "extract")]
    [InlineData("strings", "update")]
    [InlineData("play")]
    [InlineData("diagram")]
    public void Translation_InPlaceOfTheFlow_IsOneErrorThatNamesTheFlowsFile(params string[] command)
    {
        Run("extract", FlowPath);
        Output output = CommandLine.Run([.. command, ChinesePath]);
        output.Code.ShouldBeGreaterThan(0);
        output.In(_folder.Path).Error.ShouldBe("hello.zh-CN.json(1,1): error GF0006: This is a translation, not a flow: it has no list of 'stages'. Give the flow's file beside it, 'hello.json'; that finds its translations.\n");
    }

    [Fact]
    public void Flow_ThatCannotBeRead_IsReported()
    {
        foreach (string command in new[] { "extract", "update", "check" })
        {
            Run(command, Path.Combine(_folder.Path, "none.json")).Code.ShouldBe(3);
        }
    }

    private Output Run(params string[] args) => CommandLine.Run(["strings", .. args]).In(_folder.Path);

    private void Translate(string hello, string bye)
    {
        string text = File.ReadAllText(ChinesePath);
        int first = text.IndexOf("\"text\": \"\"", StringComparison.Ordinal);
        text = text.Remove(first, 10).Insert(first, $"\"text\": \"{hello}\"");
        File.WriteAllText(ChinesePath, text.Replace("\"text\": \"\"", $"\"text\": \"{bye}\"", StringComparison.Ordinal));
    }

    private static string Fingerprints(string text) => Regex.Replace(text, "\"of\": \"[0-9a-f]{8}\"", "\"of\": \"…\"", RegexOptions.None, TimeSpan.FromSeconds(1));
}
