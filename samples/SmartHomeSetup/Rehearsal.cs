using System.Text.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace SmartHomeSetup;

/// <summary>A scenario's customer, devices and answers, played when nobody is there to answer.</summary>
internal sealed record Rehearsal(IReadOnlyDictionary<string, Value> Inputs, IReadOnlyList<string> Answers)
{
    public static Rehearsal Read(string path)
    {
        using JsonDocument scenario = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        JsonElement root = scenario.RootElement;
        return new Rehearsal(
            root.GetProperty("start").GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => ValueJson.Read(input.Value)),
            [.. root.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("answer").GetString()!)]);
    }
}
