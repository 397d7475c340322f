namespace GuidanceFlow.Testing.GoldenFiles;

/// <summary>
/// Finds the source files that compilers name. A build with <c>ContinuousIntegrationBuild</c> writes <c>/_/</c> for the
/// repository's folder, so that its output does not depend on the machine; here the folder is found again.
/// </summary>
internal static class SourceFolder
{
    private const string Mapped = "/_/";

    public static string Resolve(string sourceFile) => Resolve(sourceFile, AppContext.BaseDirectory);

    /// <param name="sourceFile">The path as the compiler wrote it.</param>
    /// <param name="binaries">A folder inside the repository: where the tests run.</param>
    public static string Resolve(string sourceFile, string binaries)
    {
        string path = sourceFile.Replace('\\', '/');
        if (!path.StartsWith(Mapped, StringComparison.Ordinal))
        {
            return sourceFile;
        }

        for (DirectoryInfo? folder = new(binaries); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && (folder.EnumerateFiles("*.sln").Any() || folder.EnumerateFiles("*.slnx").Any()))
            {
                return Path.Combine(folder.FullName, path[Mapped.Length..]);
            }
        }

        throw new DirectoryNotFoundException(
            $"The source file '{sourceFile}' cannot be found: no folder above '{binaries}' holds a solution. "
            + "Run the tests inside the repository, or build them without ContinuousIntegrationBuild.");
    }
}
