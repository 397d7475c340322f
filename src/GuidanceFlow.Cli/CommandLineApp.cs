using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GuidanceFlow.Cli.Commands;

namespace GuidanceFlow.Cli;

/// <summary>The whole program but for the console, so that tests run it as users do.</summary>
internal static class CommandLineApp
{
    private const string Examples =
        """
        Examples:
          guidanceflow validate flows/
          guidanceflow test flows/
          guidanceflow play flows/smart-home-setup.json

        Exit codes:
          0 all is well   1 errors or failed tests   2 wrong usage   3 a flow cannot be loaded
        """;

    public static int Run(string[] args, Terminal terminal)
    {
        ParseResult parsed = Commands(terminal).Parse(args);
        var configuration = new InvocationConfiguration { Output = terminal.Text, Error = terminal.Error };
        if (parsed.Action is ParseErrorAction error)
        {
            // The help is long; the way to it is enough.
            error.ShowHelp = false;
            parsed.Invoke(configuration);
            terminal.Error.WriteLine($"Run '{Invocation(parsed.CommandResult.Command)} --help' to see how it is used.");
            terminal.Text.Flush();
            return ExitCode.Usage;
        }

        int code = parsed.Invoke(configuration);
        terminal.Text.Flush();
        return code;
    }

    private static RootCommand Commands(Terminal terminal)
    {
        var root = new RootCommand("Checks, tests and plays guided customer conversations.")
        {
            ValidateCommand.Create(terminal),
            TestCommand.Create(terminal),
            PlayCommand.Create(terminal),
        };
        foreach (Option option in root.Options)
        {
            if (option is VersionOption version)
            {
                version.Action = new ShowVersion(terminal);
            }
            else if (option is HelpOption { Action: HelpAction help } helpOption)
            {
                helpOption.Action = new HelpWithExamples(help, terminal, command => command is RootCommand ? Examples : (command as CommandWithExamples)?.Examples);
            }
        }

        return root;
    }

    private static string Invocation(Command command) => command is RootCommand ? "guidanceflow" : "guidanceflow " + command.Name;
}
