using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Diagnostics;

/// <summary>
/// A case of <c>tests/flows/Invalid</c>: a flow or a scenario in a code's folder; or a folder of files that belong together,
/// of which <c>flow.json</c> is the flow, <c>flow.zh-CN.json</c> its translation, which it finds itself, and all others are compiled with it.
/// </summary>
internal sealed record InvalidCase(string Code, string Name)
{
    private const string ScenarioEnding = ".scenario.json";
    private static readonly string Root = Repository.Path("tests", "flows", "Invalid");

    public static IEnumerable<string> Codes => Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static IEnumerable<InvalidCase> All =>
        from code in Codes
        from path in Directory.EnumerateFileSystemEntries(Path.Combine(Root, code)).Order(StringComparer.Ordinal)
        select new InvalidCase(code, Path.GetFileName(path));

    /// <summary>The files, the flow first.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            string path = Path.Combine(Root, Code, Name);
            return File.Exists(path)
                ? [path]
                : [.. Directory.EnumerateFiles(path).OrderBy(file => Path.GetFileName(file) != "flow.json").ThenBy(file => file, StringComparer.Ordinal)];
        }
    }

    public IReadOnlyList<ExpectedFinding> Expected => [.. Files.SelectMany(file => ExpectedFinding.In(Path.GetFileName(file), File.ReadAllText(file), Code))];

    /// <summary>What the library says about the files.</summary>
    public IReadOnlyList<Diagnostic> Find()
    {
        FlowSource[] flows = [.. Files.Where(file => !IsScenario(file) && !IsTranslation(file)).Select(FlowSource.FromFile)];
        IEnumerable<Diagnostic> ofFlows = flows.Length == 0 ? [] : FlowCompiler.Compile(flows).Diagnostics;
        return [.. ofFlows, .. Files.Where(IsScenario).SelectMany(file => Scenario.Read(file).Diagnostics)];
    }

    private static bool IsTranslation(string file) => Path.GetFileName(file) is var name && name.StartsWith("flow.", StringComparison.Ordinal) && name != "flow.json";

    private static bool IsScenario(string file) => file.EndsWith(ScenarioEnding, StringComparison.Ordinal);
}
