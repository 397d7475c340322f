using System.Text;
using GuidanceFlow.Cli;
using GuidanceFlow.Terminal;

Console.OutputEncoding = Encoding.UTF8;
using GuidanceFlow.Cli.Terminal terminal = new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError())
{
    EchoAnswers = Console.IsInputRedirected,
    IsInteractive = TerminalChat.IsPossible,
};
return CommandLineApp.Run(args, terminal);
