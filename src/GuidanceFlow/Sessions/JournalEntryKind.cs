namespace GuidanceFlow.Sessions;

/// <summary>What a <see cref="JournalEntry"/> records.</summary>
public enum JournalEntryKind
{
    /// <summary>The session was started.</summary>
    Start,

    /// <summary>The customer answered.</summary>
    Answer,
}
