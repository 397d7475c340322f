using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Outbox;

/// <summary>What sessions say to nobody who waits, as JSON (UTF-8), the shape that outboxes hold. Thread-safe.</summary>
public static class OutboundMessagesJson
{
    /// <summary>Writes it on one line.</summary>
    public static byte[] Write(OutboundMessages messages) => CompactJson.Write(messages, ReplyJsonContext.Default.OutboundMessages);

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static OutboundMessages Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.OutboundMessages) ?? throw new JsonException("Expected messages, found null.");
}
