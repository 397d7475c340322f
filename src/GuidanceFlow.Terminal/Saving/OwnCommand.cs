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

        string? folder = Path.GetDirectoryName(processPath);
        bool isFound = (searchPath ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(entry => string.Equals(entry.TrimEnd(Path.DirectorySeparatorChar), folder, StringComparison.Ordinal));
        return [isFound ? name : Shorten(processPath, currentFolder)];
    }

    private static string Shorten(string path, string currentFolder)
    {
        string relative = Path.GetRelativePath(currentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path
            : relative.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? relative
            : "." + Path.DirectorySeparatorChar + relative;
    }
}
