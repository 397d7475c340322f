using System.Text;
using GuidanceFlow.Cli;

Console.OutputEncoding = Encoding.UTF8;
using Terminal terminal = new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError()) { EchoAnswers = Console.IsInputRedirected };
return CommandLineApp.Run(args, terminal);
