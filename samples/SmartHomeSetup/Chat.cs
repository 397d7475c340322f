using System.Globalization;
using GuidanceFlow;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace SmartHomeSetup;

/// <summary>A plain chat over a host: says what the flow says, gives it the answers, and lists the tickets at the end.</summary>
internal sealed class Chat(GuidanceHost host, TextWriter output, IAnswers answers, InMemoryTicketSink tickets, Words words)
{
    /// <summary>Talks to the end; false when the flow does not take the inputs.</summary>
    public async Task<bool> RunAsync(string flowId, IReadOnlyDictionary<string, Value> inputs, string? locale)
    {
        TurnReply reply = await host.StartAsync(flowId, new StartRequest { SessionId = "chat-1", Inputs = inputs, Locale = locale, Channel = "console" });
        if (reply.Result == TurnResult.Refused)
        {
            await Console.Error.WriteLineAsync(reply.Error);
            return false;
        }

        Say(reply);
        while (reply.Status == SessionStatus.Waiting && answers.Next() is { } answer)
        {
            if (answers.Echo)
            {
                output.WriteLine("> " + answer);
            }

            output.WriteLine();
            reply = await host.AnswerAsync(reply.Session, answer);
            Say(reply);
        }

        Close(reply);
        return true;
    }

    private void Say(TurnReply reply)
    {
        output.WriteLine(reply.ToPlainText());

        if (reply.Error is not null)
        {
            output.WriteLine("! " + reply.Error);
        }
    }

    private void Close(TurnReply reply)
    {
        output.WriteLine();
        output.WriteLine(reply.Outcome is { } outcome
            ? Fill(words.Over, words.Of(outcome))
            : Fill(words.Waits, reply.Step));
        foreach (Ticket ticket in tickets.Tickets)
        {
            output.WriteLine(Fill(words.Ticket, ticket.Reference, ticket.Queue, (ticket.Due - ticket.CreatedAt)?.TotalHours));
            output.WriteLine($"   {ticket.Subject}");
            foreach (string line in ticket.Body.TrimEnd().Split('\n'))
            {
                output.WriteLine("   | " + line);
            }
        }
    }

    private static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
