using System.Text.Json;

namespace GuidanceFlow.Cli.Files;

/// <summary>Finds flows.</summary>
internal static class FlowFiles
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The file itself, or all flows in a folder and below, in the order of their names; null when there is neither.</summary>
    public static IReadOnlyList<string>? Find(string path)
    {
        if (File.Exists(path))
        {
            // A translation is checked with its flow.
            return [IsTranslation(path) ? FlowOf(path) : path];
        }

        if (!Directory.Exists(path))
        {
            return null;
        }

        var found = new List<string>();
        Collect(path, found);
        return found;
    }

    /// <summary>The flows of several files and folders, each once. A path that leads nowhere is reported.</summary>
    /// <param name="terminal">Where it is reported.</param>
    /// <param name="paths">The files and folders.</param>
    /// <param name="code">What the command ends with so far.</param>
    public static IReadOnlyList<string> FindAll(Terminal terminal, string[] paths, out int code)
    {
        code = ExitCode.Ok;
        var flows = new List<string>();
        foreach (string path in paths)
        {
            if (Find(path) is not { } found)
            {
                terminal.Error.WriteLine($"error: There is no file or folder '{path}'.");
                code = ExitCode.NotLoaded;
                continue;
            }

            flows.AddRange(found.Where(file => !flows.Contains(file, StringComparer.Ordinal)));
        }

        return flows;
    }

    /// <summary>The languages of the translation files beside a flow, in order.</summary>
    public static IEnumerable<string> TranslationsBeside(string flow)
    {
        string folder = Path.GetDirectoryName(flow) is { Length: > 0 } name ? name : ".";
        return Directory.EnumerateFiles(folder, Path.GetFileNameWithoutExtension(flow) + ".*.json")
            .Where(file => IsTranslation(file) && Path.GetFileName(FlowOf(file)) == Path.GetFileName(flow))
            .Select(file => Path.GetExtension(Path.GetFileNameWithoutExtension(file)).TrimStart('.'))
            .Order(StringComparer.Ordinal);
    }

    private static void Collect(string folder, List<string> found)
    {
        found.AddRange(Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Where(IsFlow));
        foreach (string inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(inner) is not ("bin" or "obj") and not ['.', ..])
            {
                Collect(inner, found);
            }
        }
    }

    private static bool IsFlow(string file) =>
        !file.EndsWith(".scenario.json", StringComparison.Ordinal) && !IsTranslation(file) && LooksLikeFlow(file);

    /// <summary><c>router.zh-CN.json</c> beside <c>router.json</c>.</summary>
    private static bool IsTranslation(string file)
    {
        string language = Path.GetExtension(Path.GetFileNameWithoutExtension(file)).TrimStart('.');
        return language.Split('-')[0] is { Length: 2 or 3 } tag && tag.All(char.IsAsciiLetter) && File.Exists(FlowOf(file));
    }

    private static string FlowOf(string translation) => Path.ChangeExtension(Path.ChangeExtension(translation, null), ".json");

    /// <summary>
    /// Whether the root has the members <c>flow</c> and <c>stages</c>. Of a file with a syntax error one of them is enough:
    /// the error may stand before the other, and a broken flow must not go unnoticed.
    /// </summary>
    private static bool LooksLikeFlow(string file)
    {
        bool flow = false;
        bool stages = false;
        try
        {
            var reader = new Utf8JsonReader(WithoutMark(File.ReadAllBytes(file)), Options);
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    flow |= reader.ValueTextEquals("flow"u8);
                    stages |= reader.ValueTextEquals("stages"u8);
                }
            }

            return flow && stages;
        }
        catch (JsonException)
        {
            return flow || stages;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The compiler says so with the reason.
            return true;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
