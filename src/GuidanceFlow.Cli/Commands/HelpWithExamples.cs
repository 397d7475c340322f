using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GuidanceFlow.Cli.Commands;

/// <summary>The usual help, with examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help, Terminal terminal, Func<Command, string?> examplesOf) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // The name of the running file is "dotnet", or a test host; users call the tool.
        using var text = new StringWriter { NewLine = "\n" };
        help.MaxWidth = 100;
        int code = Write(parseResult, text);
        terminal.Text.Write(text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        if (examplesOf(parseResult.CommandResult.Command) is { } examples)
        {
            terminal.Text.Write("\n" + examples.ReplaceLineEndings("\n") + "\n");
        }

        return code;
    }

    private int Write(ParseResult parseResult, StringWriter text)
    {
        TextWriter before = parseResult.InvocationConfiguration.Output;
        parseResult.InvocationConfiguration.Output = text;
        try
        {
            return help.Invoke(parseResult);
        }
        finally
        {
            parseResult.InvocationConfiguration.Output = before;
        }
    }
}
