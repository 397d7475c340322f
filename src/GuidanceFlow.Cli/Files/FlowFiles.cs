namespace GuidanceFlow.Cli.Files;

/// <summary>Finds flows.</summary>
internal static class FlowFiles
{
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
            var found = new List<string>();
            if (File.Exists(path))
            {
                found.Add(FlowFor(terminal, path));
            }
            else if (Directory.Exists(path))
            {
                Collect(path, found);
            }
            else
            {
                terminal.Error.WriteLine($"error: There is no file or folder '{path}'.");
                code = ExitCode.NotLoaded;
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
            .Select(LanguageOf)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The file itself; of a translation its flow, with which it is checked. That is said, because another file was named.</summary>
    private static string FlowFor(Terminal terminal, string path)
    {
        if (!IsTranslation(path))
        {
            return path;
        }

        terminal.Error.WriteLine($"note: {path} is a translation. It is checked with its flow, {FlowOf(path)}.");
        return FlowOf(path);
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

    private static bool IsFlow(string file)
    {
        if (file.EndsWith(".scenario.json", StringComparison.Ordinal))
        {
            return false;
        }

        // A translation that no flow can find would go unnoticed; taken for a flow, it is told how to be found.
        FileRoot root = FileRoot.Of(file);
        return !IsTranslation(file, root) && (root.LooksLikeFlow || (root.LooksLikeTranslation && LanguageOf(file).Contains('_', StringComparison.Ordinal) && IsBesideItsFlow(file)));
    }

    private static bool IsTranslation(string file) => IsBesideItsFlow(file) && IsTranslation(file, FileRoot.Of(file));

    /// <summary><c>router.zh-CN.json</c> beside <c>router.json</c>. The name alone says nothing: <c>router.old.json</c> is a flow.</summary>
    private static bool IsTranslation(string file, FileRoot root) => root.LooksLikeTranslation && !LanguageOf(file).Contains('_', StringComparison.Ordinal) && IsBesideItsFlow(file);

    private static bool IsBesideItsFlow(string file) =>
        LanguageOf(file).Split('-', '_')[0] is { Length: 2 or 3 } tag && tag.All(char.IsAsciiLetter) && File.Exists(FlowOf(file));

    private static string LanguageOf(string file) => Path.GetExtension(Path.GetFileNameWithoutExtension(file)).TrimStart('.');

    private static string FlowOf(string translation) => Path.ChangeExtension(Path.ChangeExtension(translation, null), ".json");
}
