namespace GuidanceFlow.Tickets;

/// <summary>How urgent a ticket is.</summary>
public enum TicketPriority
{
    /// <summary>When there is time.</summary>
    Low,

    /// <summary>In its turn.</summary>
    Normal,

    /// <summary>Before the others.</summary>
    High,

    /// <summary>At once.</summary>
    Urgent,
}
