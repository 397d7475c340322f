namespace GuidanceFlow.Sessions;

/// <summary>What a session does.</summary>
public enum SessionStatus
{
    /// <summary>It was never started, because what the host gave did not fit the flow.</summary>
    New,

    /// <summary>It waits for the customer.</summary>
    Waiting,

    /// <summary>An action of the host is under way; until it has ended the session takes nothing from the customer.</summary>
    Busy,

    /// <summary>A person has it; what the customer says goes to them.</summary>
    WithPerson,

    /// <summary>It is over.</summary>
    Ended,
}
