using GuidanceFlow;
using GuidanceFlow.Compilation;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using SmartHomeSetup;

// SmartHomeSetup [flow.json [rehearsal.scenario.json]]
string folder = Path.Combine(AppContext.BaseDirectory, "flow");
string flowPath = args.Length > 0 ? args[0] : Path.Combine(folder, "smart-home-setup.json");
string rehearsalPath = args.Length > 1 ? args[1] : Path.Combine(folder, "one-device-fails.scenario.json");

// Everything an app needs: a flow, where sessions live, where tickets go.
var tickets = new InMemoryTicketSink();
var services = new ServiceCollection();
try
{
    services.AddGuidanceFlow(guidance => guidance.AddFlow(flowPath).UseTickets(tickets));
}
catch (FlowCompilationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 3;
}

await using ServiceProvider provider = services.BuildServiceProvider();
GuidanceHost host = provider.GetRequiredService<GuidanceHost>();
Rehearsal rehearsal = Rehearsal.Read(rehearsalPath);

// A terminal is answered by its user, a pipe by its lines; with neither, the rehearsal answers.
bool isTerminal = !Console.IsInputRedirected;
string? firstLine = isTerminal ? null : await Console.In.ReadLineAsync();
IAnswers answers = isTerminal ? new TypedAnswers()
    : firstLine is null ? new WrittenAnswers(rehearsal.Answers)
    : new WrittenAnswers(PipedLines.From(firstLine, Console.In));

if (!isTerminal && firstLine is null)
{
    Console.WriteLine("Nobody is here to answer, so the rehearsal does: " + Path.GetFileName(rehearsalPath));
    Console.WriteLine();
}

await new Chat(host, Console.Out, answers, tickets).RunAsync(host.Flows.Ids.Single(), rehearsal.Inputs);
return 0;
