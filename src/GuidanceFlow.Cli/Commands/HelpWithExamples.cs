using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GuidanceFlow.Cli.Commands;

/// <summary>The usual help, with examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help, Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        using var text = new StringWriter();
        TextWriter output = parseResult.InvocationConfiguration.Output;
        parseResult.InvocationConfiguration.Output = text;
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        terminal.Text.Write(text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        if (parseResult.CommandResult.Command is CommandWithExamples { Examples: var examples })
        {
            terminal.Text.Write("\n" + examples.ReplaceLineEndings("\n") + "\n");
        }

        return code;
    }
}
