namespace GuidanceFlow.Prompts;

/// <summary>Why a <see cref="Message"/> is said.</summary>
public enum MessageKind
{
    /// <summary>Something told.</summary>
    Say,

    /// <summary>A question.</summary>
    Ask,

    /// <summary>The answer to an answer that was not understood.</summary>
    Retry,

    /// <summary>A ticket was filed.</summary>
    Ticket,

    /// <summary>What the engine says to a command, such as why it cannot go back.</summary>
    Notice,

    /// <summary>A reminder of the question, to a customer who says nothing.</summary>
    Reminder,

    /// <summary>The words of a person who has the session.</summary>
    Person,

    /// <summary>The last words.</summary>
    End,
}
