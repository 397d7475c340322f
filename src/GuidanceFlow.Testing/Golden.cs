using System.Runtime.CompilerServices;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Testing;

/// <summary>
/// Holds a text against a golden file, named and placed as Verify does it: <c>TestClassFile.Method.verified.txt</c> beside the
/// test. On a difference the text is written to <c>….received.txt</c>, which is deleted again once they agree.
/// </summary>
/// <remarks>
/// With <c>GUIDANCEFLOW_ACCEPT=1</c> in the environment the text becomes the golden file instead, unless <c>CI</c> is
/// <c>true</c>. Line endings do not count, nor does a newline at the end. Thread-safe for different files.
/// </remarks>
public static class Golden
{
    /// <summary>Holds a text against the golden file of the calling test method.</summary>
    /// <param name="text">The text.</param>
    /// <param name="extension">The golden file's extension, without a dot; the default is <c>txt</c>.</param>
    /// <param name="sourceFile">Filled in by the compiler: the test's file.</param>
    /// <param name="method">Filled in by the compiler: the test's method.</param>
    /// <exception cref="GoldenMismatchException">They differ, or there is no golden file yet.</exception>
    public static void Verify(string text, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string source = SourceFolder.Resolve(sourceFile);
        Verify(text, new GoldenFile(Path.GetDirectoryName(source)!, Path.GetFileNameWithoutExtension(source) + "." + method, extension));
    }

    /// <summary>Holds a text against a golden file of any name and place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="GoldenMismatchException">They differ, or there is no golden file yet.</exception>
    public static void Verify(string text, GoldenFile file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        if (GoldenComparison.Compare(text, file, AcceptMode.IsOn(Environment.GetEnvironmentVariable)) is { } diff)
        {
            throw new GoldenMismatchException(file, diff);
        }
    }
}
