using System.CommandLine;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Cli.Play;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Plays a flow: as a chat for people, as JSON lines for programs.</summary>
internal static class PlayCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("flow") { Description = "The flow." };
        var inputs = new Option<string?>("--inputs") { Description = "A JSON file with the flow's inputs: { \"name\": value, … }.", HelpName = "file" };
        var locale = new Option<string?>("--locale") { Description = "The customer's language, such as zh-CN.", HelpName = "language" };
        var json = new Option<bool>("--json") { Description = "Read a JSON object a line, answer with one a line." };
        var command = new CommandWithExamples(
            "play",
            "Plays a flow, for people or for programs.",
            """
            With --json, each line in gives exactly one line out:
              {"start":{"id":"s1","inputs":{},"known":{},"locale":"en","now":"2026-01-05T09:00:00Z"}}
              {"answer":"yes"}

            Examples:
              guidanceflow play flows/router.json
              guidanceflow play flows/router.json --inputs customer.json --locale zh-CN
              guidanceflow play flows/router.json < answers.txt
              guidanceflow play flows/router.json --json < requests.jsonl > replies.jsonl
            """)
        {
            path,
            inputs,
            locale,
            json,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(path)!, parsed.GetValue(inputs), parsed.GetValue(locale), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? inputsPath, string? locale, bool json)
    {
        CompilationResult result = FlowCompiler.Compile([FlowSource.FromFile(path)]);
        if (!result.Success)
        {
            foreach (Diagnostic diagnostic in result.Diagnostics)
            {
                terminal.Error.WriteLine(diagnostic);
            }

            return ExitCode.NotLoaded;
        }

        IReadOnlyDictionary<string, Value> inputs = new Dictionary<string, Value>(StringComparer.Ordinal);
        if (inputsPath is not null)
        {
            if (!InputsFile.TryRead(inputsPath, out inputs, out string problem))
            {
                terminal.Error.WriteLine($"error: {inputsPath}: {problem}");
                return ExitCode.Usage;
            }
        }

        return json
            ? new JsonPlayer(result.Flow, inputs, locale, terminal).Play()
            : new ChatPlayer(result.Flow, inputs, locale, terminal).Play();
    }
}
