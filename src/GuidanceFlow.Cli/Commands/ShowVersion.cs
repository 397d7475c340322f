using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Prints the tool's version, without the commit it was built from.</summary>
internal sealed class ShowVersion(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        terminal.Text.WriteLine("guidanceflow " + version.Split('+')[0]);
        return ExitCode.Ok;
    }
}
