using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Actions;

/// <summary>Calls of actions as JSON (UTF-8), the shape that outboxes hold. Thread-safe.</summary>
public static class ActionCallJson
{
    /// <summary>Writes a call on one line.</summary>
    public static byte[] Write(ActionCall call) => CompactJson.Write(call, ReplyJsonContext.Default.ActionCall);

    /// <summary>Reads a call.</summary>
    /// <exception cref="JsonException">The bytes are not a call.</exception>
    public static ActionCall Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.ActionCall) ?? throw new JsonException("Expected a call, found null.");
}
