using System.CommandLine;
using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Runs scenarios.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths") { Description = "Scenarios, or folders with *.scenario.json in them.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples(
            "test",
            "Plays scenarios and says where conversations went another way.",
            """
            Where a conversation failed, its turn is marked by >> and followed by what was expected.
            With GUIDANCEFLOW_ACCEPT=1 in the environment, transcripts become the golden files,
            but for those of conversations that went another way than expected.

            Examples:
              guidanceflow test flows/
              guidanceflow test flows/router/reset-helps.scenario.json
            """)
        {
            paths,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(paths)!));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths)
    {
        if (Array.Find(paths, path => path.StartsWith('-')) is { } option)
        {
            terminal.Error.WriteLine($"error: There is no option '{option}'. See 'guidanceflow test --help'.");
            return ExitCode.Usage;
        }

        var files = new List<string>();
        foreach (string path in paths)
        {
            try
            {
                files.AddRange(ScenarioFiles.Find(path).Where(file => !files.Contains(file, StringComparer.Ordinal)));
            }
            catch (FileNotFoundException exception)
            {
                terminal.Error.WriteLine("error: " + exception.Message);
                return ExitCode.Usage;
            }
        }

        if (files.Count == 0)
        {
            terminal.Error.WriteLine($"error: There is no *.scenario.json in {string.Join(", ", paths.Select(path => $"'{path}'"))}.");
            return ExitCode.Usage;
        }

        var flows = new Dictionary<string, CompilationResult>(StringComparer.Ordinal);
        int[] codes = [.. files.Select(file => RunOne(terminal, file, flows))];
        int passed = codes.Count(code => code == ExitCode.Ok);
        terminal.Text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {codes.Length - passed} failed"));
        return codes.Max();
    }

    private static int RunOne(Terminal terminal, string file, Dictionary<string, CompilationResult> flows)
    {
        ScenarioReadResult read = Scenario.Read(file);
        if (!read.Success)
        {
            terminal.Text.WriteLine($"FAIL {file}: the scenario does not follow its format");
            Write(terminal, read.Diagnostics);
            return ExitCode.Findings;
        }

        if (!flows.TryGetValue(read.Scenario.FlowFile, out CompilationResult? compiled))
        {
            // Scenarios of a folder share their flow; its findings are said once.
            compiled = FlowCompiler.Compile([FlowSource.FromFile(read.Scenario.FlowFile)]);
            flows.Add(read.Scenario.FlowFile, compiled);
            Write(terminal, compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        if (!compiled.Success)
        {
            terminal.Text.WriteLine($"FAIL {file}: the flow '{read.Scenario.FlowFile}' cannot be loaded");
            return ExitCode.NotLoaded;
        }

        ScenarioResult result = ScenarioRunner.Run(read.Scenario, compiled.Flow);
        if (result.Passed)
        {
            terminal.Text.WriteLine("ok   " + file);
            return ExitCode.Ok;
        }

        terminal.Text.WriteLine($"FAIL {file}{(read.Scenario.Title is { } title ? ": " + title : string.Empty)}");
        terminal.Text.WriteLine();
        terminal.Text.WriteLine(result.Report);
        return ExitCode.Findings;
    }

    private static void Write(Terminal terminal, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            terminal.Error.WriteLine(diagnostic);
        }
    }
}
