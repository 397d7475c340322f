using System.CommandLine;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Cli.Play;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Terminal;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Plays a flow: as a chat for people, as JSON lines for programs.</summary>
internal static class PlayCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("flow") { Description = "The flow." };
        var inputs = new Option<string?>("--inputs") { Description = "A JSON file with the flow's inputs: { \"name\": value, … }.", HelpName = "file" };
        var actions = new Option<string?>("--actions") { Description = "A JSON file with what becomes of the flow's actions.", HelpName = "file" };
        var locale = new Option<string?>("--locale") { Description = "The customer's language, such as zh-CN.", HelpName = "language" };
        var resume = new Option<string?>("--resume") { Description = "Goes on with a conversation that was left, from its file.", HelpName = "file" };
        var json = new Option<bool>("--json") { Description = "Read a JSON object a line, answer with one a line." };
        var command = new CommandWithExamples(
            "play",
            "Plays a flow, for people or for programs.",
            """
            At a chat, /advance 10m lets time pass, /signal name value tells of something outside,
            and /person words lets a colleague write who has the conversation.

            With --json, each line in gives exactly one line out:
              {"start":{"id":"s1","inputs":{},"known":{},"locale":"en","now":"2026-01-05T09:00:00Z"}}
              {"answer":"yes"}
              {"advance":"PT10M"}

            Examples:
              guidanceflow play flows/router.json
              guidanceflow play flows/router.json --inputs customer.json --locale zh-CN
              guidanceflow play flows/order.json --actions stubs.json
              guidanceflow play flows/router.json --resume session-5f0c9a2b71.json
              guidanceflow play flows/router.json < answers.txt
              guidanceflow play flows/router.json --json < requests.jsonl > replies.jsonl
            """)
        {
            path,
            inputs,
            actions,
            locale,
            resume,
            json,
        };
        command.SetAction(parsed => Run(terminal, new PlayArguments(
            parsed.GetValue(path)!,
            parsed.GetValue(inputs),
            parsed.GetValue(actions),
            parsed.GetValue(locale),
            parsed.GetValue(resume),
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(Terminal terminal, PlayArguments arguments)
    {
        CompilationResult result = FlowCompiler.Compile([FlowSource.FromFile(arguments.Flow)]);
        if (!result.Success)
        {
            terminal.Report(result.Diagnostics);
            return ExitCode.NotLoaded;
        }

        if (ReadActions(terminal, arguments.Actions, result.Flow) is not { } actions)
        {
            return ExitCode.Usage;
        }

        if (arguments.Resume is not null)
        {
            return Resume(terminal, arguments, result.Flow, actions);
        }

        InputsFile? file = null;
        if (arguments.Inputs is not null)
        {
            file = InputsFile.TryRead(arguments.Inputs, out string problem);
            if (file is null)
            {
                terminal.Error.WriteLine(problem);
                return ExitCode.Usage;
            }
        }

        SayOtherLanguage(terminal, result.Flow, arguments.Locale);
        IReadOnlyDictionary<string, Value> inputs = file?.Values ?? new Dictionary<string, Value>(StringComparer.Ordinal);
        if (arguments.Json)
        {
            return new JsonPlayer(result.Flow, inputs, arguments.Locale, actions, terminal).Play();
        }

        var request = new StartRequest { SessionId = "session-1", Inputs = inputs, Locale = arguments.Locale, Channel = "terminal" };
        return terminal.IsInteractive
            ? new TerminalPlayer(result.Flow, actions, arguments.Again, terminal).Play(request, file)
            : new ChatPlayer(result.Flow, actions, terminal).Play(request, file);
    }

    /// <summary>What becomes of actions; null when the file cannot be used, which is said.</summary>
    private static ActionStubs? ReadActions(Terminal terminal, string? path, Flow flow)
    {
        if (path is null)
        {
            return ActionStubs.None;
        }

        ActionStubsReadResult read = ActionStubs.Read(path);
        terminal.Report(read.Diagnostics);
        Diagnostic[] misfits = [.. read.Stubs?.Check(flow) ?? []];
        terminal.Report(misfits);
        return misfits.Length == 0 ? read.Stubs : null;
    }

    /// <summary>A customer who reads another language than asked for should not be left wondering why.</summary>
    private static void SayOtherLanguage(Terminal terminal, Flow flow, string? wanted)
    {
        string given = flow.ResolveLocale(wanted);
        if (wanted is not null && !string.Equals(wanted.Replace('_', '-'), given, StringComparison.OrdinalIgnoreCase))
        {
            terminal.Error.WriteLine($"warning: The flow does not have the language {Spelling.Quote(wanted)}. It goes on in '{given}'; its languages are {string.Join(", ", flow.Locales)}.");
        }
    }

    private static int Resume(Terminal terminal, PlayArguments arguments, Flow flow, ActionStubs actions)
    {
        if (arguments.Json)
        {
            terminal.Error.WriteLine("error: --resume goes on with a chat; a program sends its session's inputs again. Leave out --resume or --json.");
            return ExitCode.Usage;
        }

        if (arguments.Inputs is not null || arguments.Locale is not null)
        {
            terminal.Error.WriteLine("error: --resume goes on with the inputs and in the language that the conversation was started with. Leave out --inputs and --locale, or start anew without --resume.");
            return ExitCode.Usage;
        }

        try
        {
            SavedSession saved = SavedSession.Read(arguments.Resume!);
            return terminal.IsInteractive
                ? new TerminalPlayer(flow, actions, arguments.Again, terminal).Resume(saved)
                : new ChatPlayer(flow, actions, terminal).Resume(saved.Restore(flow));
        }
        catch (SavedSessionException exception)
        {
            terminal.Error.WriteLine("error: " + exception.Message);
            return ExitCode.Usage;
        }
    }

    /// <summary>What stands on the command line.</summary>
    private sealed record PlayArguments(string Flow, string? Inputs, string? Actions, string? Locale, string? Resume, bool Json)
    {
        /// <summary>What a conversation that was left needs again.</summary>
        public IReadOnlyList<string> Again => Actions is null ? [Flow] : [Flow, "--actions", Actions];
    }
}
