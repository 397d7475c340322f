using System.Collections.Immutable;

namespace GuidanceFlow.Handoffs;

/// <summary>Keeps what goes to a desk in memory. For tests and samples.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryHandoffSink : IHandoffSink
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private ImmutableArray<Handoff> _handoffs = [];
    private ImmutableArray<CustomerMessage> _messages = [];
    private ImmutableArray<Withdrawal> _withdrawals = [];

    /// <summary>The sessions that were given, each id once, in order.</summary>
    public IReadOnlyList<Handoff> Handoffs => _handoffs;

    /// <summary>What customers said, each id once, in order.</summary>
    public IReadOnlyList<CustomerMessage> Messages => _messages;

    /// <summary>The sessions that no longer need a person, each id once, in order.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals => _withdrawals;

    /// <inheritdoc/>
    public ValueTask HandOverAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        return Keep(handoff.Id, () => _handoffs = _handoffs.Add(handoff), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask RelayAsync(CustomerMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Keep(message.Id, () => _messages = _messages.Add(message), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WithdrawAsync(Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return Keep(withdrawal.Id, () => _withdrawals = _withdrawals.Add(withdrawal), cancellationToken);
    }

    private ValueTask Keep(string id, Action add, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_ids.Add(id))
            {
                add();
            }
        }

        return ValueTask.CompletedTask;
    }
}
