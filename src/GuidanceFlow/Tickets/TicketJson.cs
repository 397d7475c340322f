using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Tickets;

/// <summary>Tickets as JSON (UTF-8), the shape that outboxes and files hold. Thread-safe.</summary>
public static class TicketJson
{
    /// <summary>Writes a ticket on one line.</summary>
    public static byte[] Write(Ticket ticket) => CompactJson.Write(ticket, ReplyJsonContext.Default.Ticket);

    /// <summary>Reads a ticket.</summary>
    /// <exception cref="JsonException">The bytes are not a ticket.</exception>
    public static Ticket Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.Ticket) ?? throw new JsonException("Expected a ticket, found null.");
}
