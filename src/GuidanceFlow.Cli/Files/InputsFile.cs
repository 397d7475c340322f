using System.Text.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Cli.Files;

/// <summary>Reads a flow's inputs from a JSON file.</summary>
internal static class InputsFile
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static bool TryRead(string path, out IReadOnlyDictionary<string, Value> inputs, out string problem)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        inputs = values;
        problem = string.Empty;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = "Expected an object with the flow's inputs by name.";
                return false;
            }

            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                values[member.Name] = ValueJson.Read(member.Value);
            }

            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = "There is no such file.";
        }
        catch (JsonException exception)
        {
            problem = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The file is not JSON; see line {exception.LineNumber + 1}.");
        }
        catch (InvalidOperationException)
        {
            problem = "A text in the file holds half of a character.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = "The file cannot be read: " + exception.Message;
        }

        return false;
    }
}
