using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceFlow.Tests.Documentation;

/// <summary>The README's example, compiled; a test holds the two together.</summary>
internal static class ReadmeExample
{
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        // <example>
        var services = new ServiceCollection();
        services.AddGuidanceFlow(guidance => guidance
            .AddFlow("login-help.json")
            .UseTickets(new JsonLinesTicketSink("tickets.jsonl")));
        await using ServiceProvider provider = services.BuildServiceProvider();
        GuidanceHost host = provider.GetRequiredService<GuidanceHost>();

        TurnReply reply = await host.StartAsync("login-help", new StartRequest { SessionId = "s1" });
        while (reply.Status == SessionStatus.Waiting)
        {
            foreach (Message message in reply.Messages)
            {
                output.WriteLine(PlainText.Render(message));
            }

            string answer = input.ReadLine() ?? string.Empty;
            reply = await host.AnswerAsync("s1", answer, inputId: $"input-{reply.Turn}");
        }

        output.WriteLine($"{reply.Messages[^1].Text} ({reply.Outcome}, {reply.Tickets.Count} ticket)");
        // </example>
    }
}
