using GuidanceFlow.Tickets;

namespace GuidanceFlow.Engine;

/// <summary>File a ticket.</summary>
/// <param name="Ticket">The ticket; its id is the effect's.</param>
public sealed record FileTicketEffect(Ticket Ticket) : Effect(Ticket.Id);
