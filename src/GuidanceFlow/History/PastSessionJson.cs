using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.History;

/// <summary>What is kept of sessions as JSON (UTF-8), the shape that outboxes hold. Thread-safe.</summary>
public static class PastSessionJson
{
    /// <summary>Writes it on one line.</summary>
    public static byte[] Write(PastSession session) => CompactJson.Write(session, ReplyJsonContext.Default.PastSession);

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static PastSession Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.PastSession) ?? throw new JsonException("Expected a past session, found null.");
}
