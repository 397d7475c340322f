using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupportDeskConsole.Data;

/// <summary>The files beside the program.</summary>
internal static class DataFiles
{
    /// <summary>The flows: every JSON file below the folder of flows that is neither a translation nor another version.</summary>
    public static IEnumerable<string> Flows =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "flows"), "*.json", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name));
        return JsonSerializer.Deserialize(file, type) ?? throw new JsonException($"{name} holds nothing.");
    }
}
