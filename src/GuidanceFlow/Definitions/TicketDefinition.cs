using GuidanceFlow.Tickets;

namespace GuidanceFlow.Definitions;

/// <summary>A ticket the flow may file.</summary>
public sealed record TicketDefinition
{
    /// <summary>The id, in kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>What the ticket is for.</summary>
    /// <value>The default is <see cref="TicketKind.Issue"/>.</value>
    public TicketKind Kind { get; init; }

    /// <summary>The queue of people it goes to.</summary>
    public required string Queue { get; init; }

    /// <summary>How urgent it is.</summary>
    /// <value>The default is <see cref="TicketPriority.Normal"/>.</value>
    public TicketPriority Priority { get; init; } = TicketPriority.Normal;

    /// <summary>Who owns it until it is closed; null for nobody in particular.</summary>
    public string? Owner { get; init; }

    /// <summary>Within what time the customer is promised an answer; null for no promise.</summary>
    public TimeSpan? RespondWithin { get; init; }

    /// <summary>Data that say instead where the ticket goes and how urgent it is; null for none.</summary>
    public TicketGradeDefinition? GradedBy { get; init; }

    /// <summary>The subject: a template.</summary>
    public required string Subject { get; init; }

    /// <summary>The body: a template.</summary>
    public required string Body { get; init; }

    /// <summary>Names of data that must be collected on every path to the ticket, and travel with it.</summary>
    public EquatableArray<string> Evidence { get; init; }
}
