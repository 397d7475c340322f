namespace GuidanceFlow.Tickets;

/// <summary>Where tickets go: the adapter to a desk.</summary>
/// <remarks>
/// Called at least once a ticket, after its turn is stored. What it throws is logged by the host and caught; the ticket stays
/// in the outbox and comes again, with the same <see cref="Ticket.Id"/>, at the session's next turn or when the host
/// dispatches what is pending. The turn's reply waits for it, so give up in time. Implementations must be thread-safe and must file a ticket of an id they have seen only once.
/// </remarks>
public interface ITicketSink
{
    /// <summary>Files a ticket.</summary>
    ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken);
}
