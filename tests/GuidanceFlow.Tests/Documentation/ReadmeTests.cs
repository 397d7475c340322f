using System.Text.RegularExpressions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Documentation;

[Collection(CurrentDirectoryCollection.Name)]
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void Example_InTheReadme_IsTheCodeThatIsCompiledHere()
    {
        string source = Repository.Read("tests", "GuidanceFlow.Tests", "Documentation", "ReadmeExample.cs");
        string example = source.Split("// <example>\n")[1].Split("        // </example>")[0];
        string outdented = string.Join('\n', example.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));

        Block("csharp").ShouldBe(outdented);
    }

    [Fact]
    public void Flow_InTheReadme_CompilesWithoutFindings() =>
        FlowCompiler.Compile([FlowSource.FromText("login-help.json", Block("json"))]).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Mistake_InTheReadme_IsReportedAsItSays()
    {
        string misspelt = Block("json").Replace("\"goto\": \"ticket\" }, { \"goto\": \"reconnect\" }", "\"goto\": \"tiket\" }, { \"goto\": \"reconnect\" }", StringComparison.Ordinal);
        string finding = FlowCompiler.Compile([FlowSource.FromText("login-help.json", misspelt)]).Diagnostics[0].ToString();
        Readme.ShouldContain(finding);
    }

    [Fact]
    public async Task Example_AnsweredThreeTimesInARiddle_FilesOneTicket()
    {
        string folder = Directory.CreateTempSubdirectory("guidanceflow").FullName;
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            await File.WriteAllTextAsync("login-help.json", Block("json"), TestContext.Current.CancellationToken);
            var output = new StringWriter();
            await ReadmeExample.RunAsync(new StringReader("hm\nwell\nwho knows\n"), output);

            string[] lines = await File.ReadAllLinesAsync("tickets.jsonl", TestContext.Current.CancellationToken);
            Ticket ticket = TicketJson.Read(System.Text.Encoding.UTF8.GetBytes(lines.ShouldHaveSingleItem()));
            ticket.Body.ShouldBe("Online: not known");
            ticket.Fallback!.Unrecognised.ShouldBe(["hm", "well", "who knows"]);
            output.ToString().ShouldEndWith($"A colleague looks into it within 2 hours. Your reference: {ticket.Reference} (Escalated, 1 ticket){Environment.NewLine}");
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
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

    private static string Block(string language) => Readme.Split("```" + language + "\n")[1].Split("```")[0];

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex LinkPattern();
}
