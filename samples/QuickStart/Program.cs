using GuidanceFlow;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddGuidanceFlow(guidance => guidance.AddFlow("login-help.json").UseTickets(new JsonLinesTicketSink("tickets.jsonl")));
await using ServiceProvider provider = services.BuildServiceProvider();
GuidanceHost host = provider.GetRequiredService<GuidanceHost>();

TurnReply reply = await host.StartAsync("login-help", new StartRequest { SessionId = "s1" });
Console.WriteLine(reply.ToPlainText());
while (reply.Status == SessionStatus.Waiting && Console.ReadLine() is { } answer)
{
    reply = await host.AnswerAsync("s1", answer, inputId: $"input-{reply.Turn}");
    Console.WriteLine(reply.ToPlainText());
}

Console.WriteLine($"({reply.Outcome}, {reply.Tickets.Count} ticket)");
