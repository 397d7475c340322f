using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Outbox;

/// <summary>Takes what leaves a host to its sinks: tickets and sessions with what was said until then.</summary>
internal sealed class DeskDispatcher(ISessionStore store)
{
    /// <summary>Says who carries out what goes to the sinks of a host.</summary>
    public static void Connect(OutboxDispatcher dispatcher, ISessionStore store, GuidanceHostOptions options)
    {
        var desk = new DeskDispatcher(store);
        if (options.Tickets is { } tickets)
        {
            dispatcher.Add(OutboxItem.TicketKind, (item, _, cancellationToken) => desk.FileAsync(tickets, item, cancellationToken));
        }

        if (options.Handoffs is { } handoffs)
        {
            dispatcher.Add(OutboxItem.HandoffKind, (item, _, cancellationToken) => desk.HandOverAsync(handoffs, item, cancellationToken));
            dispatcher.Add(OutboxItem.RelayKind, (item, _, cancellationToken) => handoffs.RelayAsync(HandoffJson.ReadMessage(item.Payload.Span), cancellationToken));
            dispatcher.Add(OutboxItem.WithdrawalKind, (item, _, cancellationToken) => handoffs.WithdrawAsync(HandoffJson.ReadWithdrawal(item.Payload.Span), cancellationToken));
        }

        if (options.History is { } history)
        {
            dispatcher.Add(OutboxItem.HistoryKind, (item, _, cancellationToken) => history.AddAsync(PastSessionJson.Read(item.Payload.Span), cancellationToken));
        }

        if (options.Messages is { } messages)
        {
            dispatcher.Add(OutboxItem.MessagesKind, (item, _, cancellationToken) => messages.DeliverAsync(OutboundMessagesJson.Read(item.Payload.Span), cancellationToken));
        }
    }

    private async ValueTask FileAsync(ITicketSink sink, OutboxItem item, CancellationToken cancellationToken)
    {
        Ticket ticket = TicketJson.Read(item.Payload.Span);
        await sink.FileAsync(ticket with { Transcript = await ReadAsync(ticket.SessionId, ticket.Turn == 0 ? int.MaxValue : ticket.Turn, cancellationToken).ConfigureAwait(false) }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask HandOverAsync(IHandoffSink sink, OutboxItem item, CancellationToken cancellationToken)
    {
        Handoff handoff = HandoffJson.ReadHandoff(item.Payload.Span);
        IReadOnlyList<JournalEntry> journal = await store.ReadJournalAsync(handoff.SessionId, cancellationToken).ConfigureAwait(false);
        await sink.HandOverAsync(handoff with { Attempts = QuestionAttempts.Of(journal, handoff.Turn), Transcript = TranscriptLines.Of(journal, handoff.Turn) }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Definitions.EquatableArray<TranscriptLine>> ReadAsync(string session, int turn, CancellationToken cancellationToken) =>
        TranscriptLines.Of(await store.ReadJournalAsync(session, cancellationToken).ConfigureAwait(false), turn);
}
