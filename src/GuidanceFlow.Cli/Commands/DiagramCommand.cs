using System.CommandLine;
using System.Text;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Diagrams;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Draws a flow.</summary>
internal static class DiagramCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("flow") { Description = "The flow." };
        var format = new Option<string>("--format", "-f") { Description = "mermaid or dot.", HelpName = "format", DefaultValueFactory = _ => "mermaid" };
        format.AcceptOnlyFromAmong("mermaid", "dot");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write instead of standard output.", HelpName = "file" };
        var command = new CommandWithExamples(
            "diagram",
            "Draws a flow, as Mermaid or for Graphviz.",
            """
            Stages and loops are groups; questions, decisions, tickets and ends have shapes of their own.

            Examples:
              guidanceflow diagram flows/router.json
              guidanceflow diagram flows/router.json --output router.mmd
              guidanceflow diagram flows/router.json --format dot | dot -Tsvg > router.svg
            """)
        {
            path,
            format,
            output,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(path)!, parsed.GetValue(format)!, parsed.GetValue(output)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string format, string? output)
    {
        CompilationResult result = FlowCompiler.Compile([FlowSource.FromFile(path)]);
        if (!result.Success)
        {
            terminal.Report(result.Diagnostics);
            return result.Diagnostics.All(diagnostic => diagnostic.Descriptor == DiagnosticCatalog.Unreadable) ? ExitCode.NotLoaded : ExitCode.Findings;
        }

        string text = format == "dot" ? FlowDiagram.ToDot(result.Flow) : FlowDiagram.ToMermaid(result.Flow);
        if (output is null)
        {
            terminal.Text.Write(text);
            return ExitCode.Ok;
        }

        try
        {
            File.WriteAllText(output, text, Utf8);
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Error.WriteLine($"error: '{output}' cannot be written: {e.Message}");
            return ExitCode.Usage;
        }
    }
}
