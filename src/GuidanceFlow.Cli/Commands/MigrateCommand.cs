using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Tells what would become of stored sessions under a newer version of their flow.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var from = new Option<string[]>("--from") { Description = "The older version; again for another one.", HelpName = "flow", Required = true };
        var to = new Option<string>("--to") { Description = "The newer version.", HelpName = "flow", Required = true };
        var examples = new Option<int>("--examples") { Description = "How many sessions of each kind are listed.", HelpName = "count", DefaultValueFactory = _ => MigrationDryRun.DefaultExamples };
        var sessions = new Argument<string[]>("sessions") { Description = "Snapshots: *.jsonl with one a line, *.json with one, or folders of both.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples(
            "migrate",
            "Tells what would become of sessions under a newer version of their flow.",
            """
            Nothing is changed. Same: as it is. Mapped: where it is, with other ids or data.
            Rewound: asked something again. Orphaned: stays on its version, or is handed off.

            Examples:
              guidanceflow migrate --from flows/router.v1.json --to flows/router.json sessions.jsonl
              guidanceflow migrate --from flows/router.v1.json --to flows/router.json --examples 20 sessions/
            """)
        {
            from,
            to,
            examples,
            sessions,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(examples), parsed.GetValue(sessions)!));
        return command;
    }

    private static int Run(Terminal terminal, string[] from, string to, int examples, string[] paths)
    {
        if (examples < 0)
        {
            terminal.Error.WriteLine("error: --examples must not be negative.");
            return ExitCode.Usage;
        }

        var files = new List<string>();
        foreach (string path in paths)
        {
            if (SessionFiles.Find(path) is not { } found)
            {
                terminal.Error.WriteLine($"error: There is no file or folder '{path}'.");
                return ExitCode.Usage;
            }

            files.AddRange(found);
        }

        if (!TryLoad(terminal, from, to, out FlowCatalog? flows, out Flow? newer, out int code))
        {
            return code;
        }

        try
        {
            Task<MigrationReport> run = MigrationDryRun.RunAsync(flows, new SessionFiles(newer).ReadAsync(files), examples);
            MigrationReport report = run.GetAwaiter().GetResult();
            Write(terminal.Text, report, newer);
            return report.Unreadable > 0 ? ExitCode.Findings : ExitCode.Ok;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine("error: The sessions cannot be read: " + exception.Message);
            return ExitCode.Usage;
        }
    }

    private static bool TryLoad(Terminal terminal, string[] from, string to, [NotNullWhen(true)] out FlowCatalog? flows, [NotNullWhen(true)] out Flow? newer, out int code)
    {
        flows = null;
        newer = null;
        code = ExitCode.NotLoaded;
        CompilationResult[] results = [.. from.Prepend(to).Select(file => FlowCompiler.Compile([FlowSource.FromFile(file)]))];
        if (!Array.TrueForAll(results, result => result.Success))
        {
            terminal.Report(ErrorsOf(results));
            return false;
        }

        if (WhyNot(from, to, [.. results.Select(result => result.Flow!)]) is { } problem)
        {
            terminal.Error.WriteLine("error: " + problem);
            code = ExitCode.Usage;
            return false;
        }

        // Held against the older versions, wherever those stand.
        CompilationResult held = FlowCompiler.Compile([FlowSource.FromFile(to), .. from.Select(FlowSource.FromFile)]);
        terminal.Report([.. ErrorsOf([held]), .. held.Diagnostics.Where(finding => finding.Descriptor == DiagnosticCatalog.StepNotMapped)]);
        if (!held.Success)
        {
            return false;
        }

        newer = held.Flow;
        flows = new FlowCatalog([newer, .. results.Skip(1).Select(result => result.Flow!)]);
        return true;
    }

    private static IEnumerable<Diagnostic> ErrorsOf(IEnumerable<CompilationResult> results) => results.SelectMany(result => result.Diagnostics).Distinct().Where(finding => finding.Severity == DiagnosticSeverity.Error);

    /// <summary>Why one of the flows cannot take the others' sessions over; null when it can.</summary>
    private static string? WhyNot(string[] from, string to, Flow[] flows)
    {
        Flow newer = flows[0];
        foreach ((string file, Flow older) in from.Zip(flows.Skip(1)))
        {
            if (older.Id != newer.Id)
            {
                return $"'{file}' is the flow '{older.Id}', and '{to}' is '{newer.Id}'. Give two versions of one flow.";
            }

            if (newer.Definition.Migrate?.From.Contains(older.Version) != true)
            {
                return string.Create(CultureInfo.InvariantCulture, $"'{to}' takes no sessions of version {older.Version} over. Add \"migrate\": {{ \"from\": [{older.Version}] }} to it.");
            }
        }

        return flows.GroupBy(flow => flow.Version).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? string.Create(CultureInfo.InvariantCulture, $"Version {twice.Key} is given twice. Give each version once.")
            : null;
    }

    private static void Write(TextWriter output, MigrationReport report, Flow newer)
    {
        int handedOff = report.HandedOff;
        int stay = report.Orphaned - handedOff;
        int taken = report.Same + report.Mapped + report.Rewound + report.Orphaned;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(taken, "session")} of older versions of '{newer.Id}', under version {newer.Version}:"));
        WriteRow(output, report.Same, "same");
        WriteRow(output, report.Mapped, "mapped");
        WriteRow(output, report.Rewound, "rewound");
        WriteRow(output, report.Orphaned, "orphaned" + (report.Orphaned == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $": {stay} {(stay == 1 ? "stays" : "stay")}, {handedOff} handed off")));
        (int Count, string What)[] others = [(report.Untouched, "on other versions"), (report.Ended, "over"), (report.Unreadable, "not readable")];
        foreach ((int count, string what) in others.Where(other => other.Count > 0))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Besides, {Count(count, "session")} {what}."));
        }

        foreach (IGrouping<MigrationOutcome?, MigrationExample> group in report.Examples.GroupBy(example => example.Outcome))
        {
            output.WriteLine();
            output.WriteLine(group.Key?.ToString().ToLowerInvariant() ?? "not readable");
            foreach (MigrationExample example in group)
            {
                string place = example.Step is { } step ? $" at '{step}'" : string.Empty;
                output.WriteLine($"  {example.SessionId}{place}: {string.Join(' ', example.Reasons)}{(example.IsHandedOff ? " It is handed off." : string.Empty)}");
            }
        }
    }

    private static void WriteRow(TextWriter output, int count, string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,7} {what}"));

    private static string Count(int count, string what) => count == 1 ? "1 " + what : string.Create(CultureInfo.InvariantCulture, $"{count} {what}s");
}
