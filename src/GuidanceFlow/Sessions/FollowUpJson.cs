using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Sessions;

/// <summary>Sessions that come later as JSON (UTF-8), the shape that outboxes hold. Thread-safe.</summary>
public static class FollowUpJson
{
    /// <summary>Writes one on one line.</summary>
    public static byte[] Write(FollowUp later) => CompactJson.Write(later, ReplyJsonContext.Default.FollowUp);

    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static FollowUp Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.FollowUp) ?? throw new JsonException("Expected a follow-up, found null.");
}
