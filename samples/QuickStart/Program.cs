using GuidanceFlow;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddGuidanceFlow(guidance => guidance.AddFlow("login-help.json").UseTickets(new JsonLinesTicketSink("tickets.jsonl")));
await using ServiceProvider provider = services.BuildServiceProvider();
GuidanceHost host = provider.GetRequiredService<GuidanceHost>();

string id = Guid.NewGuid().ToString("N"); // never use an id twice: ticket references are made from it
TurnReply reply = await host.StartAsync("login-help", new StartRequest { SessionId = id });
Console.WriteLine(reply.Error ?? reply.ToPlainText());
while (reply.Status == SessionStatus.Waiting && Console.ReadLine() is { } answer)
{
    reply = await host.AnswerAsync(id, answer, inputId: $"input-{reply.Turn}");
    Console.WriteLine(reply.Error ?? reply.ToPlainText());
}

Console.WriteLine($"({reply.Outcome}, tickets: {reply.Tickets.Count})");
