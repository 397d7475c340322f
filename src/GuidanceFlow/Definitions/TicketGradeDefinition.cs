namespace GuidanceFlow.Definitions;

/// <summary>
/// Names of data and inputs that say where a ticket goes and how urgent it is, for example what a <see cref="DecideStepDefinition"/> decided.
/// While such a datum holds nothing, what the ticket itself says stands.
/// </summary>
public sealed record TicketGradeDefinition
{
    /// <summary>A text or choice: the ticket's queue. Null for none.</summary>
    public string? Queue { get; init; }

    /// <summary>A choice of <c>low</c>, <c>normal</c>, <c>high</c>, <c>urgent</c> or some of them: the ticket's priority. Null for none.</summary>
    public string? Priority { get; init; }

    /// <summary>A duration: within what time the customer is promised an answer; one that is not longer than nothing counts as none. Null for none.</summary>
    public string? RespondWithin { get; init; }
}
