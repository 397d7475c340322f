using System.Runtime.CompilerServices;

namespace GuidanceFlow.Testing.GoldenFiles;

/// <summary>The name and place of a golden file. Immutable.</summary>
/// <param name="Directory">The folder, which must exist.</param>
/// <param name="Name">The name without <c>.verified</c> and extension.</param>
/// <param name="Extension">The extension, without a dot; the default is <c>txt</c>.</param>
public sealed record GoldenFile(string Directory, string Name, string Extension = "txt")
{
    /// <summary>The file with the text that counts.</summary>
    public string VerifiedPath => Path.Combine(Directory, $"{Name}.verified.{Extension}");

    /// <summary>The file with the text that came instead.</summary>
    public string ReceivedPath => Path.Combine(Directory, $"{Name}.received.{Extension}");

    /// <summary>A golden file beside the calling source file, for a test that has several.</summary>
    /// <param name="name">The name without <c>.verified</c> and extension.</param>
    /// <param name="extension">The extension, without a dot; the default is <c>txt</c>.</param>
    /// <param name="sourceFile">Filled in by the compiler: the test's file.</param>
    public static GoldenFile Beside(string name, string extension = "txt", [CallerFilePath] string sourceFile = "") =>
        new(Path.GetDirectoryName(SourceFolder.Resolve(sourceFile))!, name, extension);
}
