using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>Files a ticket and goes on.</summary>
internal sealed class TicketStep(StepPlace place) : FlowStep(place)
{
    public required CompiledTicket Ticket { get; init; }

    public required Localized<CompiledPrompt?> Prompt { get; init; }
}
