using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;

namespace SupportDeskConsole;

/// <summary>What is open: sessions, tickets, promises, follow-ups.</summary>
internal sealed class Lists(Desk desk, IScreen screen)
{
    private readonly Words _words = desk.Words;

    /// <summary>Lists the commands.</summary>
    public void ListCommands() => screen.List(_words["commands"], _words["nothing"], [_words["command"], _words["meaning"]], _words.Commands.Select(command => (string[])[command.Usage, command.Meaning]));

    /// <summary>Lists all sessions, where they are, and what comes next in them.</summary>
    public async Task ListSessionsAsync()
    {
        ILookup<string, DueTimer> timers = (await desk.Store.ReadDueTimersAsync(DateTimeOffset.MaxValue, after: null, int.MaxValue, CancellationToken.None)).ToLookup(timer => timer.SessionId, StringComparer.Ordinal);
        var rows = new List<string[]>();
        foreach (OpenSession session in desk.Sessions)
        {
            Situation where = await desk.WhereAsync(session);
            rows.Add([
                session.Name,
                session.Customer.Name,
                session.Flow,
                _words["status_at", where.Outcome is { } outcome ? _words.Of(outcome) : _words.Of(where.Status), where.Step?.Id],
                timers[session.Id].FirstOrDefault() is { } next ? _words[next.Timer.Id, desk.Time(next.Timer.Due)] : "-",
            ]);
        }

        screen.List(_words["sessions_title"], _words["nothing"], [_words["session"], _words["customer"], _words["flow"], _words["status"], _words["next"]], rows);
    }

    /// <summary>Lists the open tickets, what is due first.</summary>
    public void ListTickets() => ListTickets(_words["tickets_title"], desk.Tickets.Open);

    /// <summary>The daily list: what was promised to customers and is not kept yet, what is due first.</summary>
    public void ListPromises() => ListTickets(_words["promises_title"], desk.Tickets.Open.Where(ticket => ticket.Kind == TicketKind.Promise));

    /// <summary>Closes the ticket of a reference.</summary>
    public void Close(string reference)
    {
        Ticket? ticket = desk.Tickets.Open.FirstOrDefault(ticket => string.Equals(ticket.Reference, reference, StringComparison.OrdinalIgnoreCase));
        screen.Note(ticket is not null && desk.Tickets.Close(ticket.Id) ? _words["closed", ticket.Reference] : _words["no_such_ticket", reference]);
    }

    /// <summary>Lists the sessions that are planned, the earliest first.</summary>
    public async Task ListFollowUpsAsync()
    {
        IReadOnlyList<OutboxItem> pending = await desk.Store.ReadOutboxAsync(sessionId: null, isDead: false, after: 0, int.MaxValue, CancellationToken.None);
        screen.List(
            _words["followups_title"],
            _words["nothing"],
            [_words["when"], _words["customer"], _words["flow"], _words["session"]],
            pending.Where(item => item.Kind == OutboxItem.FollowUpKind).Select(item => FollowUpJson.Read(item.Payload.Span)).OrderBy(later => later.Due)
                .Select(later => (string[])[desk.Time(later.Due), desk.Find(later.Follows)?.Customer.Name ?? "-", later.FlowId, desk.NameOf(later.Follows)]));
    }

    private void ListTickets(string title, IEnumerable<Ticket> tickets) => screen.List(
        title,
        _words["nothing"],
        [_words["due"], _words["reference"], _words["about"], _words["who"]],
        tickets.Select(ticket => (string[])[desk.Due(ticket.Due), ticket.Reference, ticket.Subject, _words["ticket_for", _words.Of(ticket.Kind), ticket.Queue, _words.Of(ticket.Priority), ticket.Owner ?? _words["nobody"]]]));
}
