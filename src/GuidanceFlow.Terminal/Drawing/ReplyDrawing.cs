using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Words;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Draws what the flow says.</summary>
internal sealed class ReplyDrawing(Screen screen, ChatWords words, TimeZoneInfo zone)
{
    public void Draw(TurnReply reply)
    {
        var tickets = reply.Tickets.ToList();
        foreach (Message message in reply.Messages)
        {
            Draw(message);
            Draw(tickets.Where(ticket => ticket.Step == message.Step && message.Kind == MessageKind.Ticket));
            tickets.RemoveAll(ticket => ticket.Step == message.Step && message.Kind == MessageKind.Ticket);
        }

        // Those that a step filed without a word.
        Draw(tickets);
    }

    private void Draw(IEnumerable<Ticket> tickets)
    {
        foreach (Ticket ticket in tickets)
        {
            screen.Draw(TicketDrawing.Draw(ticket, screen, words, zone));
        }
    }

    public void Draw(Message message)
    {
        if (message.Kind is MessageKind.Ask or MessageKind.Retry)
        {
            screen.BeginQuestion();
        }

        foreach (ProgressBlock progress in message.Blocks.OfType<ProgressBlock>())
        {
            screen.Draw(BlockDrawing.Draw(progress, screen));
        }

        if (message.Text.Length > 0)
        {
            screen.Draw(message.Text.TrimEnd(), message.Kind is MessageKind.Ask or MessageKind.Retry ? Styles.Question : Styles.Plain);
        }

        foreach (Block block in message.Blocks.Where(block => block is not ProgressBlock))
        {
            screen.Draw(BlockDrawing.Draw(block, screen));
        }
    }
}
