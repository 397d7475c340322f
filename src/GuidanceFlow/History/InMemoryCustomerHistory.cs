using System.Collections.Immutable;

namespace GuidanceFlow.History;

/// <summary>Keeps customers' histories in memory. For tests and samples.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryCustomerHistory : ICustomerHistory
{
    private readonly Lock _gate = new();
    private ImmutableArray<PastSession> _sessions = [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PastSession>> ReadAsync(string customerKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<PastSession>>([.. _sessions.Where(session => session.CustomerKey == customerKey).OrderByDescending(session => session.Ended)]);
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(PastSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _sessions = _sessions.Any(known => known.SessionId == session.SessionId) ? _sessions : _sessions.Add(session);
        }

        return ValueTask.CompletedTask;
    }
}
