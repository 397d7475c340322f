namespace GuidanceFlow.History;

/// <summary>What earlier sessions of a customer tried and found: the adapter to where a host keeps it.</summary>
/// <remarks>
/// A flow reads it as its input <c>history</c>, a list of objects with any of the fields <c>flow</c>, <c>outcome</c>, <c>started</c>, <c>ended</c>, <c>tried</c> and <c>found</c>, the latest first. Reading is part of a start: when it
/// throws, or takes longer than <see cref="GuidanceHostOptions.HistoryTimeLimit"/>, that is logged and the session starts with an empty history. Writing comes after the end of a session, at least once each; what it throws is logged by the host, and it comes again. Implementations must be thread-safe.
/// </remarks>
public interface ICustomerHistory
{
    /// <summary>The customer's earlier sessions, the latest first; as many as are worth knowing.</summary>
    /// <param name="customerKey">The customer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<PastSession>> ReadAsync(string customerKey, CancellationToken cancellationToken);

    /// <summary>A session of the customer has ended.</summary>
    ValueTask AddAsync(PastSession session, CancellationToken cancellationToken);
}
