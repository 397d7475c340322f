using GuidanceFlow.Outbox;

namespace GuidanceFlow.Sessions;

/// <summary>Keeps sessions. One commit carries everything a turn changed, or nothing.</summary>
/// <remarks>
/// Implementations must be thread-safe. What they throw reaches the host's caller unchanged; a commit that throws must have
/// changed nothing, or everything (the caller then repeats the input under its id and gets the stored turn).
/// </remarks>
public interface ISessionStore
{
    /// <summary>The session's latest snapshot; null when there is no such session.</summary>
    ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>The reply stored with an input's id; null when no turn of the session has that id.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindReplyAsync(string sessionId, string inputId, CancellationToken cancellationToken);

    /// <summary>Stores a turn in one transaction, if the session is still at the expected turn and the input's id is new.</summary>
    ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken);

    /// <summary>Gives an effect to carry out: the oldest that is pending, may be claimed, and is not claimed by somebody else; null when there is none.</summary>
    /// <remarks>
    /// In one transaction it is claimed until <see cref="OutboxClaim.Until"/>, and its <see cref="OutboxItem.Claims"/> grow by one. Effects of one <see cref="OutboxItem.Lane"/> and session come one after the
    /// other: one is not given while an earlier one is pending.
    /// </remarks>
    ValueTask<OutboxItem?> ClaimOutboxAsync(OutboxClaim claim, CancellationToken cancellationToken);

    /// <summary>Marks an effect as done. Marking it again, or one that does not exist, changes nothing.</summary>
    ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken);

    /// <summary>Gives a claim back: the effect failed, and may be claimed again at a time. For an effect that is not pending nothing changes.</summary>
    ValueTask PostponeOutboxAsync(string effectId, DateTimeOffset until, string error, CancellationToken cancellationToken);

    /// <summary>Lays an effect aside as a dead letter: it is not given any more. For an effect that is not pending nothing changes.</summary>
    ValueTask BuryOutboxAsync(string effectId, string error, CancellationToken cancellationToken);

    /// <summary>Makes a dead letter pending again, as if it had never been claimed; its error stays, as what must not be begun twice is known by it. For an effect that is none nothing changes.</summary>
    ValueTask ReviveOutboxAsync(string effectId, CancellationToken cancellationToken);

    /// <summary>Effects that are not done, the oldest first, for people to look at.</summary>
    /// <param name="sessionId">Only this session's; null for all.</param>
    /// <param name="isDead">True for the dead letters, false for those that are pending.</param>
    /// <param name="after">Only those behind this <see cref="OutboxItem.Sequence"/>; 0 for all.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<OutboxItem>> ReadOutboxAsync(string? sessionId, bool isDead, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Timers that are due, the earliest first; those of one time by session and id (ordinal).</summary>
    /// <param name="now">Those due then or before.</param>
    /// <param name="after">Only those behind this one, so that a reader gets past timers that cannot be fired; null for all.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken);

    /// <summary>The session's journal, the oldest entry first; empty when there is no such session.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken);
}
