namespace GuidanceFlow.Sessions;

/// <summary>How a session ended.</summary>
public enum SessionOutcome
{
    /// <summary>The customer's matter is settled.</summary>
    Resolved,

    /// <summary>The customer's matter is not settled, and nobody takes it on.</summary>
    Unresolved,

    /// <summary>A person or a ticket takes it on.</summary>
    Escalated,

    /// <summary>The customer left.</summary>
    Abandoned,
}
