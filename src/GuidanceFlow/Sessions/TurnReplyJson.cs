using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Sessions;

/// <summary>Replies as JSON (UTF-8) on one line: the shape of the <c>play --json</c> protocol and of stored turns. Thread-safe.</summary>
public static class TurnReplyJson
{
    /// <summary>Writes a reply.</summary>
    public static byte[] Write(TurnReply reply) => CompactJson.Write(reply, ReplyJsonContext.Default.TurnReply);

    /// <summary>Reads a reply.</summary>
    /// <exception cref="JsonException">The bytes are not a reply.</exception>
    public static TurnReply Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.TurnReply) ?? throw new JsonException("Expected a reply, found null.");
}
