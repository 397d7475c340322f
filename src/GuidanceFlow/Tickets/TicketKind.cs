namespace GuidanceFlow.Tickets;

/// <summary>What a ticket is for.</summary>
public enum TicketKind
{
    /// <summary>Something does not work.</summary>
    Issue,

    /// <summary>Something was promised to the customer.</summary>
    Promise,

    /// <summary>A department should learn something.</summary>
    Feedback,

    /// <summary>Someone asks later whether it holds.</summary>
    FollowUp,
}
