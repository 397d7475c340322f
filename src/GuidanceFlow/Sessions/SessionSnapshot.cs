using System.Text.Json;

namespace GuidanceFlow.Sessions;

/// <summary>
/// Sessions as compact JSON (UTF-8), format version 1. Writing, reading and going on equals never having stopped; equal
/// sessions give equal bytes.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public static class SessionSnapshot
{
    private const int FormatVersion = 1;

    /// <summary>Writes a session.</summary>
    public static byte[] Write(GuidanceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return SnapshotWriter.Write(session, FormatVersion);
    }

    /// <summary>Reads a session back. Never throws for what the bytes contain.</summary>
    /// <param name="flow">The flow it was written under; its wording may have changed since, its structure may not.</param>
    /// <param name="utf8">The snapshot.</param>
    /// <returns>The session, or what is wrong with the snapshot.</returns>
    public static SnapshotReadResult Read(Flow flow, ReadOnlyMemory<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(flow);
        try
        {
            return new SnapshotReader(flow).Read(utf8.Span, FormatVersion);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.Malformed, "The snapshot is not the JSON of a session: " + exception.Message);
        }
        catch (SnapshotReferenceException exception)
        {
            return SnapshotReadResult.Failed(SnapshotProblem.Malformed, exception.Message);
        }
    }
}
