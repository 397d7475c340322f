using System.Text;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Cli.Files;

/// <summary>A flow's inputs from a JSON file, each with its place in it.</summary>
internal sealed class InputsFile
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly byte[] _utf8;

    private InputsFile(string path, byte[] utf8)
    {
        _path = path;
        _utf8 = utf8;
    }

    public IReadOnlyDictionary<string, Value> Values => _values;

    /// <summary>Reads the file; null when that fails, with what is wrong, where, and what to do.</summary>
    public static InputsFile? TryRead(string path, out string problem)
    {
        problem = string.Empty;
        try
        {
            byte[] utf8 = File.ReadAllBytes(path);
            var file = new InputsFile(path, utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
            problem = file.Read() ?? string.Empty;
            return problem.Length == 0 ? file : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = $"{path}(1,1): error: There is no such file. Correct the path behind --inputs.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"{path}(1,1): error: The file cannot be read: {exception.Message}";
        }

        return null;
    }

    /// <summary>A message about an input, at its place; at the file's beginning when it does not stand there.</summary>
    public string At(string? input, string message) => At(input is not null && _starts.TryGetValue(input, out int start) ? start : 0, message);

    private string? Read()
    {
        var reader = new Utf8JsonReader(_utf8, Options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return At((int)reader.TokenStartIndex, "The inputs are an object. Write { \"name\": value, … }.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (ReadInput(ref reader) is { } problem)
                {
                    return problem;
                }
            }

            // What stands behind the end is no JSON, and the reader says so.
            reader.Read();
            return null;
        }
        catch (JsonException exception)
        {
            return ExplainSyntax(exception);
        }
        catch (InvalidOperationException)
        {
            return At((int)reader.TokenStartIndex, "This text holds half of a character. Write the whole one, or take the escape out.");
        }
    }

    private string? ReadInput(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        string name = reader.GetString()!;
        reader.Read();
        Value value = ValueJson.Read(ref reader);
        _starts.TryAdd(name, start);
        return _values.TryAdd(name, value) ? null : At(start, $"The input {Spelling.Quote(name)} is given twice. Remove one of them.");
    }

    /// <summary>Inputs follow the same rules of JSON as flows, which are explained to authors already.</summary>
    private string ExplainSyntax(JsonException exception)
    {
        Diagnostic? found = FlowReader.Read(FlowSource.FromUtf8(_path, _utf8)).Diagnostics.FirstOrDefault(finding => finding.Descriptor == DiagnosticCatalog.Syntax || finding.Descriptor == DiagnosticCatalog.Unreadable);
        return found is null
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_path}({exception.LineNumber + 1},1): error: This is not JSON.")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_path}({found.Location.Line},{found.Location.Column}): error: {OfInputs(found.Message)}");
    }

    private static string OfInputs(string message) => message switch
    {
        "The file holds no flow. A flow starts with '{'." => "The file holds no inputs. They start with '{'.",
        "Something stands behind the end of the flow. Remove it." => "Something stands behind the end of the inputs. Remove it.",
        _ => message,
    };

    private string At(int offset, string message)
    {
        string before = Encoding.UTF8.GetString(_utf8, 0, offset).ReplaceLineEndings("\n");
        int line = before.Count(static unit => unit == '\n') + 1;
        int column = before.Length - before.LastIndexOf('\n');
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_path}({line},{column}): error: {message}");
    }
}
