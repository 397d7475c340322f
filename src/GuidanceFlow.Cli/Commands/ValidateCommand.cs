using System.CommandLine;
using System.Globalization;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Compiles flows and lists what is wrong with them.</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths") { Description = "Flows, or folders with flows in them.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples(
            "validate",
            "Says everything that is wrong with flows.",
            """
            Findings go to standard error as file(line,column): severity code: message.
            In a folder, every *.json with the members "flow" and "stages" is a flow.
            A follow_up is held against the flow it plans where that is among them.

            Examples:
              guidanceflow validate flows/router.json
              guidanceflow validate flows/ more-flows/
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
            terminal.Error.WriteLine($"error: There is no option '{option}'. See 'guidanceflow validate --help'.");
            return ExitCode.Usage;
        }

        IReadOnlyList<string> flows = FlowFiles.FindAll(terminal, paths, out int code);
        if (flows.Count == 0)
        {
            if (code != ExitCode.Ok)
            {
                return code;
            }

            terminal.Error.WriteLine($"error: There is no flow in {string.Join(", ", paths.Select(path => $"'{path}'"))}. A flow is a *.json file with the members \"flow\" and \"stages\".");
            return ExitCode.Usage;
        }

        int errors = 0;
        int warnings = 0;
        var reported = new HashSet<Diagnostic>();
        foreach (CompilationResult result in CompileAll(flows))
        {
            // A flow that several run has its findings with each of them.
            Diagnostic[] found = [.. result.Diagnostics.Where(reported.Add)];
            terminal.Report(found);
            errors += found.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            warnings += found.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
            bool unreadable = !result.Success && result.Diagnostics.All(diagnostic => diagnostic.Descriptor == DiagnosticCatalog.Unreadable);
            code = Math.Max(code, unreadable ? ExitCode.NotLoaded : result.Success ? ExitCode.Ok : ExitCode.Findings);
        }

        terminal.Text.WriteLine($"{Count(flows.Count, "flow")}, {Count(errors, "error")}, {Count(warnings, "warning")}");
        return code;
    }

    /// <summary>Compiles flows; one that another of them runs is compiled with that one only, as it may leave its fallbacks to it. What they plan is held against one another.</summary>
    private static IEnumerable<CompilationResult> CompileAll(IReadOnlyList<string> files)
    {
        FlowSource[] flows = [.. files.Select(FlowSource.FromFile)];
        FlowDefinition[] readable = [.. flows.Select(flow => FlowReader.Read(flow).Definition).OfType<FlowDefinition>().OrderByDescending(flow => flow.Version)];
        CompilationResult[] results = [.. flows.Select(flow => FlowCompiler.Compile([flow], readable))];
        string[][] sources = [.. results.Select(result => result.Sources.Select(Path.GetFullPath).ToArray())];
        return results.Where((_, i) => !Array.Exists(sources, other => Runs(other, sources[i]) && !(Runs(sources[i], other) && Array.IndexOf(sources, other) > i)));

        // Of flows that run one another the first stands for all.
        static bool Runs(string[] one, string[] other) => Array.IndexOf(one, other[0]) > 0;
    }

    private static string Count(int count, string what) => count == 1 ? "1 " + what : string.Create(CultureInfo.InvariantCulture, $"{count} {what}s");
}
