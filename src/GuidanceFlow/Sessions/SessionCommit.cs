using GuidanceFlow.Outbox;

namespace GuidanceFlow.Sessions;

/// <summary>Everything a turn changed, for one transaction.</summary>
public sealed record SessionCommit
{
    /// <summary>The session after the turn.</summary>
    public required StoredSession Session { get; init; }

    /// <summary>The turn the store must still be at; 0 when the session must not exist yet.</summary>
    public required int ExpectedTurn { get; init; }

    /// <summary>The input's id; null when the sender gave none.</summary>
    public string? InputId { get; init; }

    /// <summary>The reply, as bytes, that a repeated input id gets again.</summary>
    public required ReadOnlyMemory<byte> Reply { get; init; }

    /// <summary>The journal entries to append.</summary>
    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    /// <summary>The effects to carry out.</summary>
    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];

    /// <summary>The session's timers after the turn; they replace those before.</summary>
    public IReadOnlyList<StoredTimer> Timers { get; init; } = [];
}
