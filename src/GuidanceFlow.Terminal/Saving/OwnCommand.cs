namespace GuidanceFlow.Terminal.Saving;

/// <summary>How this program was started, as words that start it again from the same folder.</summary>
internal static class OwnCommand
{
    public static IReadOnlyList<string> Words(string? processPath, string? assembly, string currentFolder, string? searchPath)
    {
        if (processPath is null)
        {
            return ["dotnet", assembly ?? string.Empty];
        }

        string name = Path.GetFileNameWithoutExtension(processPath);
        if (string.Equals(name, "dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return ["dotnet", Shorten(assembly ?? string.Empty, currentFolder)];
        }

        processPath = FindLink(processPath);
        name = Path.GetFileNameWithoutExtension(processPath);
        string? folder = Path.GetDirectoryName(processPath);
        bool isFound = (searchPath ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(entry => string.Equals(entry.TrimEnd(Path.DirectorySeparatorChar), folder, StringComparison.Ordinal));
        return [isFound ? name : Shorten(processPath, currentFolder)];
    }

    /// <summary>The link by which an installed tool is started: the tool itself stands in a store beside it, under its version, and is gone after an update.</summary>
    private static string FindLink(string processPath)
    {
        int store = processPath.IndexOf($"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        if (store <= 0)
        {
            return processPath;
        }

        try
        {
            return Directory.EnumerateFiles(processPath[..store]).FirstOrDefault(file => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName == processPath) ?? processPath;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return processPath;
        }
    }

    private static string Shorten(string path, string currentFolder)
    {
        string relative = Path.GetRelativePath(currentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path
            : relative.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? relative
            : "." + Path.DirectorySeparatorChar + relative;
    }
}
