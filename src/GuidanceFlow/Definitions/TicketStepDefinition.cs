namespace GuidanceFlow.Definitions;

/// <summary>Files a ticket and goes on.</summary>
public sealed record TicketStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "ticket";

    /// <summary>The id of the ticket's definition.</summary>
    public required string Ticket { get; init; }

    /// <summary>What the customer reads; a template that may use <c>ticket.reference</c>. Null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>What is shown beside the text, in order.</summary>
    public EquatableArray<BlockDefinition> Show { get; init; }
}
