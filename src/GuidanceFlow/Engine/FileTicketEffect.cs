using GuidanceFlow.Tickets;

namespace GuidanceFlow.Engine;

/// <summary>File a ticket.</summary>
/// <param name="Id">The idempotency key.</param>
/// <param name="Ticket">The ticket.</param>
public sealed record FileTicketEffect(string Id, Ticket Ticket) : Effect(Id);
