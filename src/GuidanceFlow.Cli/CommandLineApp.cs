using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using GuidanceFlow.Cli.Commands;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Cli;

/// <summary>The whole program but for the console, so that tests run it as users do.</summary>
internal static class CommandLineApp
{
    private const string Name = "guidanceflow";

    private const string Examples =
        """
        Examples:
          guidanceflow validate flows/
          guidanceflow test flows/
          guidanceflow play flows/smart-home-setup.json
          guidanceflow strings check flows/
          guidanceflow diagram flows/smart-home-setup.json
          guidanceflow migrate --from flows/router.v1.json --to flows/router.json sessions.jsonl

        Exit codes:
          0 all is well   1 errors or failed tests   2 wrong usage   3 a flow cannot be loaded
        """;

    private static readonly CommandMaker[] Makers =
    [
        new("validate", ValidateCommand.Create),
        new("test", TestCommand.Create),
        new("play", PlayCommand.Create),
        new("strings", StringsCommand.Create),
        new("diagram", DiagramCommand.Create),
        new("migrate", MigrateCommand.Create),
    ];

    public static int Run(string[] args, Terminal terminal)
    {
        Command root = Commands(args, terminal);
        ParseResult parsed = root.Parse(args);
        int code = parsed.Action is ParseErrorAction
            ? Explain(parsed, root, terminal)
            : parsed.Invoke(new InvocationConfiguration { Output = terminal.Text, Error = terminal.Error });
        terminal.Text.Flush();
        return code;
    }

    // Not a RootCommand, which calls itself after the running file: "dotnet", or a test host.
    private static CommandWithExamples Commands(string[] args, Terminal terminal)
    {
        var root = new CommandWithExamples(Name, "Checks, tests, plays and draws guided customer conversations.", Examples)
        {
            new HelpOption { Action = new HelpWithExamples(new HelpAction { MaxWidth = 100 }, terminal) },
            new VersionOption { Action = new ShowVersion(terminal) },
        };

        // A command that is named needs no other: making them all is a noticeable part of the time a small flow takes.
        int named = args.Length > 0 ? Array.FindIndex(Makers, maker => maker.Name == args[0]) : -1;
        for (int i = 0; i < Makers.Length; i++)
        {
            if (named < 0 || named == i)
            {
                root.Add(Makers[i].Create(terminal));
            }
        }

        return root;
    }

    private static int Explain(ParseResult parsed, Command root, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        if (command == root)
        {
            // That a command is missing is not worth saying when one is misspelt.
            string? word = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
            string[] names = [.. root.Subcommands.Select(known => known.Name)];
            terminal.Error.WriteLine(word is null
                ? $"error: A command is missing: one of {string.Join(", ", names)}."
                : $"error: Unknown command {Spelling.Quote(word)}. {(Spelling.Nearest(word, names) is { } nearest ? $"Did you mean '{nearest}'?" : $"Use one of {string.Join(", ", names)}.")}");
        }
        else
        {
            foreach (ParseError error in parsed.Errors)
            {
                terminal.Error.WriteLine("error: " + error.Message);
            }
        }

        terminal.Error.WriteLine($"Run '{NameOf(parsed.CommandResult)} --help' to see how it is used.");
        return ExitCode.Usage;
    }

    /// <summary>What to type for a command: the names on the way to it.</summary>
    private static string NameOf(CommandResult command) => command.Parent is CommandResult outer ? $"{NameOf(outer)} {command.Command.Name}" : command.Command.Name;

    private sealed record CommandMaker(string Name, Func<Terminal, Command> Create);
}
