namespace GuidanceFlow.Tickets;

/// <summary>Keeps tickets in memory, each id once, and which of them are still open. For tests and samples.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryTicketSink : ITicketSink
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<Ticket> _tickets = [];
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

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

    /// <summary>
    /// The daily list: the tickets that nobody has closed, the one first that is due first, of those due at one time the most urgent; those without a promise come last, otherwise in the order they came; a copy.
    /// The promises alone are those of <see cref="TicketKind.Promise"/>.
    /// </summary>
    public IReadOnlyList<Ticket> Open
    {
        get
        {
            lock (_gate)
            {
                return [.. _tickets.Where(ticket => !_closed.Contains(ticket.Id)).OrderBy(ticket => ticket.Due ?? DateTimeOffset.MaxValue).ThenByDescending(ticket => ticket.Priority)];
            }
        }
    }

    /// <summary>Closes a ticket: what was promised is kept. It stays among <see cref="Tickets"/>, and closed when it is filed again.</summary>
    /// <param name="id">The ticket's <see cref="Ticket.Id"/>.</param>
    /// <returns>Whether it was open until now; false for one that is closed already, or that never came.</returns>
    public bool Close(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate)
        {
            return _ids.Contains(id) && _closed.Add(id);
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
