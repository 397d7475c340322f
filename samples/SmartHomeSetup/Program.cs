using System.Globalization;
using System.Text;
using GuidanceFlow;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using SmartHomeSetup;

if (Arguments.Read(args) is not { } arguments)
{
    await Console.Error.WriteLineAsync("Usage: " + Arguments.Usage);
    return 2;
}

if (arguments is { Resume: not null, Locale: not null })
{
    await Console.Error.WriteLineAsync("--resume goes on in the language the conversation was started with. Leave out --locale.");
    return 2;
}

// Everything an app needs: a flow, where sessions live, where tickets go.
var tickets = new InMemoryTicketSink();
var services = new ServiceCollection();
try
{
    services.AddGuidanceFlow(guidance => guidance.AddFlow(arguments.Flow).UseTickets(tickets));
}
catch (FlowCompilationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 3;
}

await using ServiceProvider provider = services.BuildServiceProvider();
GuidanceHost host = provider.GetRequiredService<GuidanceHost>();
Flow flow = provider.GetRequiredService<Flow>();
string locale = flow.ResolveLocale(arguments.Locale);
string rehearsalPath = arguments.RehearsalFor(locale);
if (Rehearsal.TryRead(rehearsalPath, out string problem) is not { } rehearsal)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

Words words = Words.For(locale);
if (arguments.Locale is { } wanted && !string.Equals(wanted.Replace('_', '-'), locale, StringComparison.OrdinalIgnoreCase))
{
    await Console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, words.OtherLanguage, wanted, locale));
}

// A person at a terminal gets the drawn chat, which can be left and resumed.
if (TerminalChat.IsPossible)
{
    Console.OutputEncoding = Encoding.UTF8;
    var chat = new TerminalChat(host, provider.GetRequiredService<ISessionStore>(), new TerminalChatOptions { Command = [.. TerminalChatOptions.ThisProgram, .. arguments.Files] });
    var start = new StartRequest { SessionId = "session-" + Guid.NewGuid().ToString("N")[..10], Inputs = rehearsal.Inputs, Locale = locale, Channel = "console" };
    try
    {
        TerminalChatEnd end = arguments.Resume is null ? await chat.StartAsync(flow.Id, start) : await chat.ResumeAsync(SavedSession.Read(arguments.Resume));
        return end is TerminalChatEnd.Over or TerminalChatEnd.Saved ? 0 : 1;
    }
    catch (SavedSessionException exception)
    {
        await Console.Error.WriteLineAsync(exception.Message);
        return 2;
    }
}

if (arguments.Resume is not null)
{
    await Console.Error.WriteLineAsync("--resume needs a terminal: the conversation goes on where it was drawn.");
    return 2;
}

// A pipe is answered by its lines; an empty one by the rehearsal.
bool isTerminal = !Console.IsInputRedirected;
string? firstLine = isTerminal ? null : await Console.In.ReadLineAsync();
IAnswers answers = isTerminal ? new TypedAnswers()
    : firstLine is null ? new WrittenAnswers(rehearsal.Answers)
    : new WrittenAnswers(PipedLines.From(firstLine, Console.In));

if (!isTerminal && firstLine is null)
{
    Console.WriteLine(string.Format(CultureInfo.InvariantCulture, words.Nobody, Path.GetFileName(rehearsalPath)));
    Console.WriteLine();
}

return await new Chat(host, Console.Out, answers, tickets, words).RunAsync(flow.Id, rehearsal.Inputs, arguments.Locale) ? 0 : 2;
