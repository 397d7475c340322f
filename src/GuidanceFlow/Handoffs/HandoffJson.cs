using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Handoffs;

/// <summary>What goes to a desk as JSON (UTF-8), the shape that outboxes hold. Thread-safe.</summary>
public static class HandoffJson
{
    /// <summary>Writes a handoff on one line.</summary>
    public static byte[] Write(Handoff handoff) => CompactJson.Write(handoff, ReplyJsonContext.Default.Handoff);

    /// <summary>Writes what a customer says on one line.</summary>
    public static byte[] Write(CustomerMessage message) => CompactJson.Write(message, ReplyJsonContext.Default.CustomerMessage);

    /// <summary>Writes a withdrawal on one line.</summary>
    public static byte[] Write(Withdrawal withdrawal) => CompactJson.Write(withdrawal, ReplyJsonContext.Default.Withdrawal);

    /// <summary>Reads a handoff.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static Handoff ReadHandoff(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.Handoff) ?? throw new JsonException("Expected a handoff, found null.");

    /// <summary>Reads what a customer says.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static CustomerMessage ReadMessage(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.CustomerMessage) ?? throw new JsonException("Expected a message, found null.");

    /// <summary>Reads a withdrawal.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static Withdrawal ReadWithdrawal(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.Withdrawal) ?? throw new JsonException("Expected a withdrawal, found null.");
}
