using System.Runtime.CompilerServices;
using GuidanceFlow.Compilation;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing;

/// <summary>Finds the scenarios in files, and runs them as tests.</summary>
/// <remarks>Thread-safe.</remarks>
public static class ScenarioFiles
{
    /// <summary>The scenarios at a path: the file itself, or all <c>*.scenario.json</c> in a folder and below, in the order of their names.</summary>
    /// <param name="path">A file or a folder. Folders named <c>bin</c> or <c>obj</c> in it, and hidden ones, are passed over.</param>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        }

        var found = new List<string>();
        Collect(path, found);
        return found;
    }

    /// <summary>The scenarios of a folder as xUnit's <c>MemberData</c> wants them: one row a scenario, each with its name for <see cref="Verify"/>.</summary>
    /// <param name="folder">The folder, relative to the calling source file.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <exception cref="FileNotFoundException">There is no such folder, or no scenario in it: a test that runs nothing proves nothing.</exception>
    public static IEnumerable<object[]> In(string folder, [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(folder);
        string beside = Path.GetDirectoryName(SourceFolder.Resolve(sourceFile))!;
        IReadOnlyList<string> files = Find(Path.Combine(beside, folder));
        return files.Count > 0
            ? files.Select(file => new object[] { Path.GetRelativePath(beside, file).Replace('\\', '/') })
            : throw new FileNotFoundException($"There is no *.scenario.json in '{folder}'.", folder);
    }

    /// <summary>Reads and runs a scenario, and throws unless it passes.</summary>
    /// <param name="name">Its file, relative to the calling source file.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <exception cref="ScenarioFormatException">The scenario does not follow its format.</exception>
    /// <exception cref="FlowCompilationException">Its flow has errors.</exception>
    /// <exception cref="ScenarioFailedException">It failed.</exception>
    public static void Verify(string name, [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        string path = Path.Combine(Path.GetDirectoryName(SourceFolder.Resolve(sourceFile))!, name);
        ScenarioResult result = ScenarioRunner.Run(Scenario.Read(path).GetOrThrow());
        if (!result.Passed)
        {
            throw new ScenarioFailedException(result);
        }
    }

    private static void Collect(string folder, List<string> found)
    {
        found.AddRange(Directory.EnumerateFiles(folder, "*" + ScenarioReader.Suffix).Order(StringComparer.Ordinal));
        foreach (string inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(inner) is not ("bin" or "obj") and not ['.', ..])
            {
                Collect(inner, found);
            }
        }
    }
}
