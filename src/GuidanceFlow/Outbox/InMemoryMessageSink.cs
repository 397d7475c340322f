using System.Collections.Immutable;

namespace GuidanceFlow.Outbox;

/// <summary>Keeps what sessions say in memory. For tests and samples.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryMessageSink : IMessageSink
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private ImmutableArray<OutboundMessages> _delivered = [];

    /// <summary>What was delivered so far, each id once, in order.</summary>
    public IReadOnlyList<OutboundMessages> Delivered => _delivered;

    /// <inheritdoc/>
    public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_ids.Add(messages.Id))
            {
                _delivered = _delivered.Add(messages);
            }
        }

        return ValueTask.CompletedTask;
    }
}
