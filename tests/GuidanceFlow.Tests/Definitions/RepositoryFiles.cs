namespace GuidanceFlow.Tests.Definitions;

/// <summary>Files of the repository that tests hold against the code.</summary>
internal static class RepositoryFiles
{
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The names of the files in a folder.</summary>
    public static string[] List(string folder) => [.. Directory.GetFiles(PathOf(folder)).Select(path => Path.GetFileName(path))];

    private static string PathOf(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GuidanceFlow.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.ShouldNotBeNull().FullName, path);
    }
}
