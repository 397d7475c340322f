using System.Text.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace SmartHomeSetup;

/// <summary>A scenario's customer, devices and answers, played when nobody is there to answer.</summary>
internal sealed record Rehearsal(IReadOnlyDictionary<string, Value> Inputs, IReadOnlyList<string> Answers)
{
    /// <summary>Reads a scenario; null when it cannot be read, with the reason.</summary>
    public static Rehearsal? TryRead(string path, out string problem)
    {
        problem = string.Empty;
        try
        {
            return Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"The rehearsal cannot be read: {exception.Message}";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            problem = $"{path} is not a scenario with inputs and answers: {exception.Message}";
        }

        return null;
    }

    private static Rehearsal Read(string path)
    {
        using JsonDocument scenario = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        JsonElement root = scenario.RootElement;
        return new Rehearsal(
            root.GetProperty("start").GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => ValueJson.Read(input.Value)),
            [.. root.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("answer").GetString()!)]);
    }
}
