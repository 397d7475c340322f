namespace GuidanceFlow.Terminal;

/// <summary>How a <see cref="TerminalChat"/> came to its end.</summary>
public enum TerminalChatEnd
{
    /// <summary>The conversation is over.</summary>
    Over,

    /// <summary>The customer left; the conversation is saved.</summary>
    Saved,

    /// <summary>The customer left, and the conversation could not be saved; why stands on the screen.</summary>
    NotSaved,

    /// <summary>The conversation could not be started; why stands on the screen.</summary>
    NotStarted,
}
