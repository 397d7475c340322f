namespace GuidanceFlow.Tickets;

/// <summary>Keeps tickets in memory, each id once.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryTicketSink : ITicketSink
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<Ticket> _tickets = [];

    /// <summary>The tickets so far, in the order they came; a copy.</summary>
    public IReadOnlyList<Ticket> Tickets
    {
        get
        {
            lock (_gate)
            {
                return [.. _tickets];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        lock (_gate)
        {
            if (_ids.Add(ticket.Id))
            {
                _tickets.Add(ticket);
            }
        }

        return ValueTask.CompletedTask;
    }
}
