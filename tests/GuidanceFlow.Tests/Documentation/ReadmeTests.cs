using System.Diagnostics;
using System.Text.RegularExpressions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagrams;
using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Documentation;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void Example_InTheReadme_IsTheProgramThatIsCompiled() =>
        Block("csharp").ShouldBe(Repository.Read("samples", "QuickStart", "Program.cs"));

    [Fact]
    public void Inputs_InTheReadme_AreThoseThatAreCompiled() =>
        Block("csharp", 2).ShouldBe(Repository.Read("samples", "QuickStart", "DeviceHelp.cs"));

    [Fact]
    public async Task Inputs_InTheReadme_ReachTheCustomer()
    {
        const string Text = """
            { "flow": "device-help", "locales": ["zh-CN"],
            "inputs": { "name": "text", "devices": { "type": "list", "of": { "type": "object", "fields": { "name": "text", "online": "boolean" } } } },
            "stages": [ { "id": "all", "steps": [
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ name }}：{{ for d in devices }}{{ d.name }}{{ d.online ? '在线' : '离线' }}。{{ end }}{{ session.locale }}" }
            ] } ] }
            """;
        var host = new GuidanceHost(new FlowCatalog([FlowCompiler.Compile([FlowSource.FromText("f.json", Text)]).GetOrThrow()]), new InMemorySessionStore(), new InMemoryTicketSink(), TimeProvider.System);

        TurnReply reply = await QuickStart.DeviceHelp.StartAsync(host, "s", "Ann", [("lamp", true), ("plug", false)]);

        reply.ToPlainText().ShouldBe("Ann：lamp在线。plug离线。zh-CN");
    }

    [Fact]
    public void Interpreter_InTheReadme_IsTheOneThatIsCompiled() =>
        Block("csharp", 3).ShouldBe(Repository.Read("samples", "QuickStart", "ModelInterpreter.cs"));

    [Theory]
    [InlineData("mesh\n", TurnResult.Accepted)]
    [InlineData("the blue one", TurnResult.NoMatch)]
    [InlineData("none", TurnResult.NoMatch)]
    public async Task Interpreter_InTheReadme_ChoosesAnOption(string says, TurnResult result)
    {
        const string Text = """
            { "flow": "wifi", "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
            { "id": "kind", "type": "ask", "text": "Which kind of Wi-Fi?", "answer": { "type": "choice", "options": [ { "value": "mesh", "label": "Several boxes" }, { "value": "single", "label": "One box" } ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """;
        string? prompt = null;
        var model = new QuickStart.ModelInterpreter((asked, _) => Task.FromResult((prompt = asked) is null ? string.Empty : says));
        Flow flow = FlowCompiler.Compile([FlowSource.FromText("f.json", Text)]).GetOrThrow();
        var host = new GuidanceHost(new FlowCatalog([flow]), new InMemorySessionStore(), new InMemoryTicketSink(), interpreters: new AnswerInterpreters { Behind = [model] });
        await host.StartAsync("wifi", new StartRequest { SessionId = "s" }, cancellationToken: TestContext.Current.CancellationToken);

        (await host.AnswerAsync("s", "there is a thing in every room", cancellationToken: TestContext.Current.CancellationToken)).Result.ShouldBe(result);

        prompt.ShouldBe("Which kind of Wi-Fi?\nmesh: Several boxes\nsingle: One box\nCustomer: there is a thing in every room\nWhich one? Only the word before the colon, or 'none'.");
    }

    [Fact]
    public void Flow_InTheReadme_IsTheSamplesOwn() => Block("json").ShouldBe(Repository.Read("samples", "QuickStart", "login-help.json"));

    [Fact]
    public void Flow_InTheReadme_CompilesWithoutFindings() =>
        FlowCompiler.Compile([FlowSource.FromText("login-help.json", Block("json"))]).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Mistake_InTheReadme_IsReportedAsItSays()
    {
        string misspelt = Block("json").Replace("\"goto\": \"ticket\" }, { \"goto\": \"reconnect\" }", "\"goto\": \"tiket\" }, { \"goto\": \"reconnect\" }", StringComparison.Ordinal);
        Readme.ShouldContain(FlowCompiler.Compile([FlowSource.FromText("login-help.json", misspelt)]).Diagnostics[0].ToString());
    }

    [Fact]
    public async Task Example_AnsweredThreeTimesInARiddle_FilesOneTicket()
    {
        string folder = Directory.CreateTempSubdirectory("guidanceflow").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "login-help.json"), Block("json"), TestContext.Current.CancellationToken);
            string output = await RunAsync(folder, "hm\nwell\nwho knows\n");

            string[] lines = await File.ReadAllLinesAsync(Path.Combine(folder, "tickets.jsonl"), TestContext.Current.CancellationToken);
            Ticket ticket = TicketJson.Read(System.Text.Encoding.UTF8.GetBytes(lines.ShouldHaveSingleItem()));
            ticket.Body.ShouldBe("Online: not known");
            ticket.Fallback!.Unrecognised.ShouldBe(["hm", "well", "who knows"]);
            output.ReplaceLineEndings("\n").ShouldEndWith($"A colleague looks into it within 2 hours. Your reference: {ticket.Reference}\n(Escalated, tickets: 1)\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Diagram_InTheReadme_IsTheSamplesOwn()
    {
        Flow sample = FlowCompiler.Compile([FlowSource.FromFile(Repository.Path("samples", "flows", "smart-home-setup", "smart-home-setup.json"))]).GetOrThrow();

        Readme.ShouldContain($"""
            <!-- diagram of samples/flows/smart-home-setup/smart-home-setup.json -->
            ```mermaid
            {FlowDiagram.ToMermaid(sample)}```
            <!-- end of the diagram -->
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Conversations_InTheReadme_AreThoseOfTheSample()
    {
        string[] transcripts = [.. Directory.EnumerateFiles(Repository.Path("samples", "flows", "smart-home-setup"), "*.verified.txt").Select(File.ReadAllText)];
        string[] blocks = [.. Readme.Split("```text\n").Skip(1).Select(rest => rest.Split("```")[0])];
        blocks.Length.ShouldBe(2);
        blocks.ShouldAllBe(block => transcripts.Any(transcript => transcript.Contains(block)));
    }

    [Fact]
    public void Links_InTheReadme_LeadToFiles()
    {
        foreach (Match link in LinkPattern().Matches(Readme))
        {
            string target = link.Groups[1].Value;
            (File.Exists(Repository.Path(target)) || Directory.Exists(Repository.Path(target))).ShouldBeTrue(target);
        }
    }

    private static string Block(string language, int number = 1) => Readme.Split("```" + language + "\n")[number].Split("```")[0];

    private static async Task<string> RunAsync(string folder, string input)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Repository.Path("samples", "QuickStart", "bin", Repository.Configuration, "net10.0", "QuickStart.dll"));
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return output;
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex LinkPattern();
}
