namespace GuidanceFlow.Sessions;

/// <summary>What a <see cref="JournalEntry"/> records.</summary>
public enum JournalEntryKind
{
    /// <summary>The session was started.</summary>
    Start,

    /// <summary>The customer answered.</summary>
    Answer,

    /// <summary>The customer asked for something instead, in words or otherwise.</summary>
    Command,

    /// <summary>An earlier answer was changed.</summary>
    Correction,

    /// <summary>The language changed.</summary>
    Locale,

    /// <summary>A timer fired.</summary>
    Timer,

    /// <summary>Something happened outside.</summary>
    Signal,

    /// <summary>An action has ended.</summary>
    Action,

    /// <summary>A person who has the session did something.</summary>
    Person,
}
