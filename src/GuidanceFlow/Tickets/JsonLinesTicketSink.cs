using System.Text.Json;

namespace GuidanceFlow.Tickets;

/// <summary>
/// Appends tickets to a file, one JSON object a line, each id once: ids already in the file count too, so that a restart does
/// not file a ticket twice.
/// </summary>
/// <remarks>
/// Thread-safe in one process; two processes must not share a file. A line cut off by a crash is left as it is and the
/// ticket written again on a line of its own.
/// </remarks>
public sealed class JsonLinesTicketSink : ITicketSink, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _path;
    private HashSet<string>? _ids;

    /// <summary>Makes a sink.</summary>
    /// <param name="path">The file; it and its folder are made when the first ticket comes.</param>
    public JsonLinesTicketSink(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
    }

    /// <inheritdoc/>
    /// <exception cref="UnauthorizedAccessException">The file is a folder or may not be written; nothing was filed.</exception>
    /// <exception cref="IOException">The file cannot be read or written; nothing was filed.</exception>
    public async ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _ids ??= await ReadIdsAsync(cancellationToken).ConfigureAwait(false);
            if (_ids.Contains(ticket.Id))
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            FileStream file = new(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            await using (file.ConfigureAwait(false))
            {
                await AppendAsync(file, TicketJson.Write(ticket), cancellationToken).ConfigureAwait(false);
            }

            _ids.Add(ticket.Id);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static async Task AppendAsync(FileStream file, byte[] line, CancellationToken cancellationToken)
    {
        var lastByte = new byte[1];
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            await file.ReadExactlyAsync(lastByte, cancellationToken).ConfigureAwait(false);
        }

        file.Seek(0, SeekOrigin.End);
        byte[] start = file.Length > 0 && lastByte[0] != '\n' ? "\n"u8.ToArray() : [];
        await file.WriteAsync((byte[])[.. start, .. line, (byte)'\n'], cancellationToken).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
    }

    private async Task<HashSet<string>> ReadIdsAsync(CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (!File.Exists(_path))
        {
            return ids;
        }

        await foreach (string line in File.ReadLinesAsync(_path, cancellationToken).ConfigureAwait(false))
        {
            if (TryReadId(line) is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static string? TryReadId(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A line cut off by a crash, or with half of a character for an id, holds no filed ticket.
            return null;
        }
    }
}
