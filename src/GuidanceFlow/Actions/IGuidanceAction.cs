namespace GuidanceFlow.Actions;

/// <summary>Something a host does for sessions: finds an order, checks a service.</summary>
/// <remarks>
/// Called at least once a call, after the turn that wants it is stored; the same thing that is tried again has the same <see cref="ActionCall.Id"/>, also after a crash, so that it can be done once. What it throws becomes
/// <see cref="ActionErrors.Failed"/>, but for an <see cref="ActionException"/>, which names its error. When its time is over, the token is cancelled and the session goes on with
/// <see cref="ActionErrors.Timeout"/>, whatever becomes of it. It must not block its thread: nobody can take that away from it, so that its session waits beyond its time, and where effects are carried out in the background
/// so do others. Implementations must be thread-safe.
/// </remarks>
public interface IGuidanceAction
{
    /// <summary>What it takes and gives back; null when only a call shows it. A host that is made compares it with what its flows declare.</summary>
    ActionSignature? Signature => null;

    /// <summary>Does it.</summary>
    /// <param name="call">What is to be done.</param>
    /// <param name="cancellationToken">Is cancelled when its time is over, or the host stops.</param>
    ValueTask<ActionResult> RunAsync(ActionCall call, CancellationToken cancellationToken);
}
