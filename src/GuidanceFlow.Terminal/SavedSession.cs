using System.Collections.Immutable;
using System.Text.Json;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Saving;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Terminal;

/// <summary>A conversation that was left, as its file has it. Immutable.</summary>
public sealed class SavedSession
{
    internal SavedSession(string path) => Path = path;

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>The session's id.</summary>
    public required string SessionId { get; init; }

    /// <summary>The flow it belongs to.</summary>
    public required string FlowId { get; init; }

    /// <summary>The flow's version.</summary>
    public required int FlowVersion { get; init; }

    /// <summary>The hash of the flow's structure: a session goes on only under the same.</summary>
    public required string StructureHash { get; init; }

    /// <summary>When it was left (UTC).</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The tickets filed before it was left.</summary>
    public ImmutableArray<Ticket> Tickets { get; init; } = [];

    internal ReadOnlyMemory<byte> Snapshot { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SavedSessionException">There is no such file, it cannot be read, or it is not a saved conversation.</exception>
    public static SavedSession Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return SessionFile.Read(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SavedSessionException(path, "There is no such file. A conversation's file is deleted when it is over.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SavedSessionException(path, "The file cannot be read: " + exception.Message, exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new SavedSessionException(path, "The file is not a saved conversation, or it is damaged. It was left as it is.", exception);
        }
    }

    /// <summary>The session, ready to go on.</summary>
    /// <param name="flow">The flow it belongs to; its wording may have changed, its structure may not.</param>
    /// <exception cref="SavedSessionException">It belongs to another flow, or the flow's structure has changed.</exception>
    public GuidanceSession Restore(Flow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (FlowId != flow.Id)
        {
            throw new SavedSessionException(Path, $"The conversation belongs to the flow '{FlowId}', not to '{flow.Id}'. Play that flow with this file.");
        }

        if (FlowVersion != flow.Version || StructureHash != flow.StructureHash)
        {
            throw new SavedSessionException(Path, $"The steps or routes of the flow '{flow.Id}' have changed since the conversation was left. Play the flow as it was then, or start anew without --resume.");
        }

        SnapshotReadResult read = SessionSnapshot.Read(flow, Snapshot);
        return read.Success ? read.Session : throw new SavedSessionException(Path, "The file is damaged: " + read.Message);
    }
}
