using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;
using SupportDeskConsole.Seats;

namespace SupportDeskConsole;

/// <summary>Tells what has come to the desk since it told the last time: words for customers, tickets, sessions for people, follow-ups, and what could not be carried out.</summary>
internal sealed class News(Desk desk, IScreen screen, CustomerSeat customer, PersonSeat person)
{
    private readonly Words _words = desk.Words;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public async Task TellAsync()
    {
        foreach (Ticket ticket in desk.Tickets.Tickets.Where(ticket => _told.Add("ticket " + ticket.Id)))
        {
            screen.Note(_words["ticket_filed", ticket.Reference, _words.Of(ticket.Kind), ticket.Queue, desk.Time(ticket.Due), ticket.Subject]);
        }

        foreach (Handoff handoff in desk.Handoffs.Handoffs.Where(handoff => _told.Add(handoff.Id)))
        {
            screen.Note(_words["handed_over", desk.Meet(handoff.SessionId, handoff.CustomerKey, handoff.FlowId).Name, handoff.Queue, desk.Time(handoff.Due)]);
        }

        foreach (CustomerMessage message in desk.Handoffs.Messages.Where(message => _told.Add(message.Id)))
        {
            // Until somebody has taken the session over, the packet keeps it for them.
            if (person.Has(message.HandoffId) && desk.Find(message.SessionId) is { } session)
            {
                screen.Note(_words["said_to_person", session.Customer.Name, session.Name, message.Text]);
            }
        }

        foreach (Withdrawal withdrawal in desk.Handoffs.Withdrawals.Where(withdrawal => _told.Add(withdrawal.Id)))
        {
            person.Drop(withdrawal.HandoffId);
            screen.Note(_words["withdrawn", desk.NameOf(withdrawal.SessionId), _words[withdrawal.Reason]]);
        }

        foreach (OutboundMessages words in desk.Messages.Delivered.Where(words => _told.Add("messages " + words.Id)))
        {
            await TellAsync(words);
        }

        foreach (OutboxItem item in await desk.Store.ReadOutboxAsync(sessionId: null, isDead: false, after: 0, int.MaxValue, CancellationToken.None))
        {
            if (item.Kind == OutboxItem.FollowUpKind && _told.Add(item.EffectId))
            {
                FollowUp later = FollowUpJson.Read(item.Payload.Span);
                screen.Note(_words["follow_up_planned", desk.Time(later.Due), later.FlowId, desk.Find(later.Follows)?.Customer.Name]);
            }
            else if (item.Error is { } error && _told.Add(item.EffectId + " " + error))
            {
                screen.Note(_words["undeliverable", item.Kind, error]);
            }
        }
    }

    private async Task TellAsync(OutboundMessages words)
    {
        OpenSession session = desk.Meet(words.SessionId, words.CustomerKey, words.FlowId);
        screen.Note(_words["to_customer", session.Customer.Name, session.Name]);
        await customer.HearAsync(session);
        Situation where = await desk.WhereAsync(session);
        bool isLatest = words.Turn == where.Turn;
        screen.Say(new TurnReply
        {
            Session = session.Id,
            Turn = words.Turn,
            Result = TurnResult.Accepted,
            Status = where.Status,
            Messages = words.Messages,
            Expects = isLatest && words.Messages[^1].Kind is MessageKind.Ask or MessageKind.Reminder or MessageKind.Retry ? where.Expects : null,
        });
        if (isLatest && where.Outcome is { } outcome)
        {
            screen.Note(_words["session_over", session.Name, _words.Of(outcome)]);
        }
    }
}
