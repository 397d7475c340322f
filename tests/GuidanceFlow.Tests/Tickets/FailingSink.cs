using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Tickets;

/// <summary>A sink that is down for its first calls.</summary>
internal sealed class FailingSink(int failures, Func<Exception>? failure = null) : ITicketSink
{
    private readonly InMemoryTicketSink _sink = new();
    private int _left = failures;

    public IReadOnlyList<Ticket> Tickets => _sink.Tickets;

    public ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken) =>
        Interlocked.Decrement(ref _left) >= 0 ? throw (failure?.Invoke() ?? new InvalidOperationException("The desk is down.")) : _sink.FileAsync(ticket, cancellationToken);
}
