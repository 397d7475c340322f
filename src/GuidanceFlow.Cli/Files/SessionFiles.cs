using System.Globalization;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Cli.Files;

/// <summary>Reads stored sessions: snapshots one a line in <c>*.jsonl</c>, or one a file in <c>*.json</c>, as they are or as <c>play</c> saves them.</summary>
/// <param name="flow">What a text that names no flow is taken to be of, so that what is wrong with it is said.</param>
internal sealed class SessionFiles(Flow flow)
{
    /// <summary>The files of a path: itself, or those of a folder, in order; null where it leads nowhere.</summary>
    public static IReadOnlyList<string>? Find(string path) =>
        File.Exists(path) ? [path]
        : Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".json" or ".jsonl").Order(StringComparer.Ordinal)]
        : null;

    /// <summary>The sessions of files, in order. Empty lines count for nothing.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public async IAsyncEnumerable<StoredSession> ReadAsync(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            if (Path.GetExtension(file) != ".jsonl")
            {
                yield return SessionOf(file, await File.ReadAllTextAsync(file).ConfigureAwait(false));
                continue;
            }

            int number = 0;
            await foreach (string line in File.ReadLinesAsync(file).ConfigureAwait(false))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    yield return SessionOf(string.Create(CultureInfo.InvariantCulture, $"{file}({number})"), line);
                }
            }
        }
    }

    private StoredSession SessionOf(string place, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("snapshot"u8, out JsonElement saved) ? saved : document.RootElement;
            return new StoredSession(
                TextOf(root, "id") ?? place,
                TextOf(root, "flow") ?? flow.Id,
                NumberOf(root, "flow_version") ?? flow.Version,
                NumberOf(root, "turn") ?? 0,
                Encoding.UTF8.GetBytes(root.GetRawText()));
        }
        catch (JsonException)
        {
            return new StoredSession(place, flow.Id, flow.Version, 0, Encoding.UTF8.GetBytes(text));
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? NumberOf(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;
}
