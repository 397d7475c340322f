using System.Collections.Immutable;
using GuidanceFlow.Compilation;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Engine;

/// <summary>The tickets of a turn.</summary>
internal sealed class TicketRun
{
    private readonly List<Effect> _effects = [];

    /// <summary>What the host has to do for them, in order.</summary>
    public ImmutableArray<Effect> Effects => [.. _effects];

    public void File(EvaluationContext context, TicketStep step, List<TurnEvent> events)
    {
        Ticket ticket = TicketFactory.Make(context, step, _effects.Count);
        _effects.Add(new FileTicketEffect(ticket));
        events.Add(new TurnEvent(TurnEventKind.TicketFiled, step.Id, ticket.Reference));
    }
}
