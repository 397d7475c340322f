namespace GuidanceFlow.Outbox;

/// <summary>Where a session's words go when nobody waits for them: the adapter to a channel.</summary>
/// <remarks>
/// Called at least once a turn that says something, after the turn is stored, one turn of a session after the other. What it throws is logged by the host and caught; the messages stay in the outbox
/// and come again with the same <see cref="OutboundMessages.Id"/>, ever more seldom, and those behind them wait. Implementations must be thread-safe and must deliver an id they have seen only once.
/// </remarks>
public interface IMessageSink
{
    /// <summary>Delivers what a session says.</summary>
    ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken);
}
