namespace GuidanceFlow.Handoffs;

/// <summary>Where sessions go that a person takes over: the adapter to a desk. What the person does comes back as a <see cref="Engine.PersonInput"/>.</summary>
/// <remarks>
/// Called at least once each, after the turn is stored, those of one session in order. What it throws is logged by the host and caught; it comes again with the same id, ever more seldom, and what is behind it in the
/// session waits. Implementations must be thread-safe and must do what has an id they have seen only once.
/// </remarks>
public interface IHandoffSink
{
    /// <summary>A session is given to a person.</summary>
    ValueTask HandOverAsync(Handoff handoff, CancellationToken cancellationToken);

    /// <summary>The customer says something to the person.</summary>
    ValueTask RelayAsync(CustomerMessage message, CancellationToken cancellationToken);

    /// <summary>The session no longer needs the person.</summary>
    ValueTask WithdrawAsync(Withdrawal withdrawal, CancellationToken cancellationToken);
}
