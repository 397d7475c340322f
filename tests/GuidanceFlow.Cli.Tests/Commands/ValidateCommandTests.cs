namespace GuidanceFlow.Cli.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AGoodFlow_HasNoFindings() => Validate(CommandLine.Router).ShouldBe(new Output(0, "1 flow, 0 errors, 0 warnings\n", string.Empty));

    [Fact]
    public void Findings_AreListedAllAtOnce_AndCounted()
    {
        _folder.Write("a.json", """
            {
              "flow": "a",
              "stages": [{ "id": "s", "steps": [
                { "id": "x", "type": "say", "text": "Hello {{ nam }}", "next": "ende" },
                { "id": "end", "type": "end", "outcome": "resolved" }
              ] }]
            }
            """);

        Validate(_folder.At("a.json")).ShouldBe(new Output(
            1,
            "1 flow, 2 errors, 0 warnings\n",
            """
            a.json(4,51): error GF0202: There is no name "nam" here. Declare it under 'inputs' or 'data', or correct the name.
            a.json(4,68): error GF0104: Route to 'ende': no such step. Did you mean 'end'?

            """.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void WhatAFollowUpHandsOn_IsHeldAgainstTheFlowItPlans()
    {
        _folder.Write("ask/a.json", """
            { "flow": "a", "stages": [{ "id": "s", "steps": [
              { "id": "end", "type": "end", "outcome": "resolved",
                "follow_up": { "flow": "care", "after": "P1D", "with": { "whta": "'x'", "count": "'three'" } } }] }] }
            """);
        _folder.Write("care/care.json", """{ "flow": "care", "inputs": { "what": "text", "count": "integer" }, "stages": [{ "id": "s", "steps": [{ "id": "end", "type": "end", "outcome": "resolved" }] }] }""");

        Validate(_folder.At("ask/a.json")).Text.ShouldBe("1 flow, 0 errors, 0 warnings\n", "alone there is nothing to hold it against");
        Validate(_folder.Path).ShouldBe(new Output(
            1,
            "2 flows, 3 errors, 0 warnings\n",
            """
            ask/a.json(3,28): error GF0112: The flow 'care' needs the input 'what' (text). Add it under 'with'.
            ask/a.json(3,62): error GF0103: The flow 'care' has no input 'whta'. Did you mean 'what'?
            ask/a.json(3,87): error GF0203: This must be a number but gives a text.

            """.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Warnings_DoNotFail()
    {
        File.Copy(CommandLine.Router, _folder.At("router.json"));
        File.WriteAllText(_folder.At("router.json"), File.ReadAllText(_folder.At("router.json")).Replace(", \"respond_within\": \"PT2H\"", string.Empty, StringComparison.Ordinal));

        Output output = Validate(_folder.Path);

        output.Code.ShouldBe(0);
        output.Text.ShouldBe("1 flow, 0 errors, 1 warning\n");
        output.Error.ShouldContain("router.json(7,5): warning GF0901: ");
    }

    [Fact]
    public void AFlowThatIsNotJson_IsAFinding() =>
        Validate(_folder.Write("a.json", "{ \"flow\": \"a\" \"stages\": [] }")).ShouldBe(new Output(
            1,
            "1 flow, 1 error, 0 warnings\n",
            "a.json(1,15): error GF0001: A comma is missing before this, between two members.\n"));

    [Fact]
    public void AFolder_IsSearchedForFlows_AndForNothingElse()
    {
        string flow = File.ReadAllText(CommandLine.Router);
        foreach (string name in new[] { "router.json", "deep/er/other.json", "bin/copy.json", ".cache/copy.json", "router.scenario.json" })
        {
            _folder.Write(name, flow);
        }

        foreach (string locale in new[] { "de", "zh-CN" })
        {
            _folder.Write($"router.{locale}.json", $$"""{ "flow": "router", "locale": "{{locale}}", "stages": {} }""");
        }

        _folder.Write("appsettings.json", "{ \"flow\": 1 }");
        _folder.Write("list.json", "[1, 2");
        _folder.Write("broken.json", "\uFEFF{ // a flow nobody can read\n \"flow\": \"b\", }{");
        _folder.Write("lonely.de.json", "{ \"flow\": \"lonely\", \"stages\": [] }");

        Output output = Validate(_folder.Path);

        output.Code.ShouldBe(1);
        output.Text.ShouldBe("4 flows, 2 errors, 0 warnings\n");
        output.Error.ShouldBe(
            """
            broken.json(2,16): error GF0001: Something stands behind the end of the flow. Remove it.
            lonely.de.json(1,31): error GF0007: This array is empty. Add at least one stage.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AFlowThatOthersRun_IsLookedAtWithThem_AndItsFindingsAreSaidOnce()
    {
        // Without a fallback of its own it is complete only with those that run it.
        _folder.Write("place.json", """
            { "flow": "place", "stages": [ { "id": "s", "steps": [
              { "id": "room", "type": "ask", "text": "Which room?", "answer": { "type": "choice", "options": [ "1", "2", "3", "4", "5", "6", "7", "8" ] } },
              { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        foreach (string name in (string[])["one", "two"])
        {
            _folder.Write(name + ".json", $$"""
                { "flow": "{{name}}", "fallback": { "goto": "lost" }, "stages": [ { "id": "s", "steps": [
                  { "id": "sub", "type": "run", "flow": "place" }, { "id": "done", "type": "end", "outcome": "resolved" }, { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
                """);
        }

        Output output = Validate(_folder.Path);
        output.Text.ShouldBe("3 flows, 0 errors, 1 warning\n");
        output.Error.ShouldStartWith("place.json(2,");
        Validate(_folder.At("place.json")).Error.ShouldContain("GF0304");
        Validate(_folder.At("place.json"), _folder.At("two.json")).Code.ShouldBe(0);
    }

    [Fact]
    public void FlowsThatRunOneAnother_AreLookedAtTogether()
    {
        foreach ((string name, string other) in new[] { ("ping", "pong"), ("pong", "ping") })
        {
            _folder.Write(name + ".json", $$"""
                { "flow": "{{name}}", "fallback": { "goto": "done" }, "stages": [ { "id": "s", "steps": [
                  { "id": "more", "type": "ask", "text": "More?", "answer": { "type": "choice", "options": [ "1", "2", "3", "4", "5", "6", "7", "8" ] } },
                  { "id": "sub", "type": "run", "flow": "{{other}}" }, { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
                """);
        }

        Validate(_folder.Path).Text.ShouldBe("2 flows, 0 errors, 2 warnings\n");
    }

    [Theory]
    [InlineData("router.old.json")]
    [InlineData("router.en.json")]
    public void AFlowNamedLikeATranslation_IsAFlow(string name)
    {
        string flow = File.ReadAllText(CommandLine.Router);
        _folder.Write("router.json", flow);
        _folder.Write(name, flow.Replace("\"type\": \"end\"", "\"type\": \"edn\"", StringComparison.Ordinal));

        Validate(_folder.At(name)).Error.ShouldStartWith(name + "(");
        Validate(_folder.Path).Text.ShouldStartWith("2 flows, ");
        Validate(_folder.At("router.json")).Code.ShouldBe(0);
    }

    [Fact]
    public void ATranslation_IsCheckedWithItsFlow_AndThatIsSaid()
    {
        File.Copy(CommandLine.Router, _folder.At("router.json"));
        _folder.Write("router.de.json", "{ \"flow\": \"router\", \"locale\": \"de\", \"stages\": {} }");

        Output output = Validate(_folder.At("router.de.json"));

        output.Text.ShouldStartWith("1 flow, 0 errors, ");
        output.Error.ShouldStartWith("note: router.de.json is a translation. It is checked with its flow, router.json.\n");
    }

    [Fact]
    public void ATranslationThatItsFlowDoesNotFind_IsToldItsName()
    {
        File.Copy(CommandLine.Router, _folder.At("router.json"));
        _folder.Write("router.zh_CN.json", "{ \"flow\": \"router\", \"locale\": \"zh-CN\" }");

        foreach (string path in new[] { _folder.At("router.zh_CN.json"), _folder.Path })
        {
            Output output = Validate(path);
            output.Code.ShouldBe(1);
            output.Error.ShouldBe("router.zh_CN.json(1,1): error GF0006: This is a translation, not a flow: it has no list of 'stages'. Rename it to 'router.zh-CN.json', then its flow 'router.json' finds it.\n");
        }
    }

    [Fact]
    public void AFolderWithoutFlows_IsWrongUsage()
    {
        string folder = Directory.CreateDirectory(_folder.At("empty")).FullName;

        Validate(folder).ShouldBe(new Output(2, string.Empty, "error: There is no flow in 'empty'. A flow is a *.json file with the members \"flow\" and \"stages\".\n"));
    }

    [Fact]
    public void WhatIsNotThere_CannotBeLoaded_AndTheRestIsValidatedAllTheSame() =>
        Validate(_folder.At("gone.json"), CommandLine.Router).ShouldBe(new Output(3, "1 flow, 0 errors, 0 warnings\n", "error: There is no file or folder 'gone.json'.\n"));

    [Fact]
    public void AFileThatCannotBeRead_CannotBeLoaded()
    {
        File.WriteAllBytes(_folder.At("a.json"), [0xFF, 0xFE, 0x7B, 0x00]);

        Validate(_folder.At("a.json")).ShouldBe(new Output(3, "1 flow, 1 error, 0 warnings\n", "a.json(1,1): error GF0002: The file is UTF-16. Save it as UTF-8.\n"));
    }

    [Fact]
    public void MoreFindingsThanAreListed_AreFindingsAllTheSame()
    {
        IEnumerable<string> steps = Enumerable.Range(0, 1_200).Select(i => "{ \"id\": \"s" + i + "\", \"type\": \"say\", \"text\": \"{{ n" + i + " }}\" }");
        _folder.Write("a.json", "{ \"flow\": \"a\", \"stages\": [{ \"id\": \"s\", \"steps\": [" + string.Join(", ", steps) + "] }] }");

        Output output = Validate(_folder.At("a.json"));
        output.Code.ShouldBe(1);
        output.Text.ShouldBe("1 flow, 1001 errors, 0 warnings\n");
    }

    [Fact]
    public void AnUnknownOption_IsWrongUsage_AndNoPath() =>
        Validate("--json", CommandLine.Router).ShouldBe(new Output(2, string.Empty, "error: There is no option '--json'. See 'guidanceflow validate --help'.\n"));

    [Fact]
    public void AFlowNamedTwice_IsValidatedOnce() =>
        Validate(CommandLine.Router, CommandLine.Router).Text.ShouldBe("1 flow, 0 errors, 0 warnings\n");

    private Output Validate(params string[] paths) => CommandLine.Run(["validate", .. paths]).In(_folder.Path);
}
