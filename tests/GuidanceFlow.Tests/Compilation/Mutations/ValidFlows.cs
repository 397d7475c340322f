using System.Text.RegularExpressions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Compilation.Mutations;

/// <summary>Every flow of the repository that compiles: samples, the tests' own files, the examples of the documentation.</summary>
internal static partial class ValidFlows
{
    private const string Scenario = ".scenario.json";

    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        .. Files("samples").Concat(Files("tests"))
            .Where(file => !file.EndsWith(Scenario, StringComparison.Ordinal) && !IsInvalid(file))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))
            .Concat(Examples())
            .Select(flow => (flow.Item1, OneLanguage().Replace(flow.Item2, "$1]")))
            .Where(flow => FlowCompiler.Compile(FlowSource.FromText(flow.Item1, flow.Item2)).Success),
    ];

    public static IReadOnlyList<(string Name, string Text)> Scenarios { get; } =
        [.. Files("samples").Concat(Files("tests")).Where(file => file.EndsWith(Scenario, StringComparison.Ordinal) && !IsInvalid(file)).Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))];

    private static IEnumerable<(string Name, string Text)> Examples() =>
        from page in Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.Path("README.md")).Order(StringComparer.Ordinal)
        from example in Block().Matches(File.ReadAllText(page)).Select((match, i) => (match.Groups[1].Value, i))
        select ($"{Path.GetFileName(page)} {example.i + 1}", example.Value);

    /// <summary>A flow in two languages and its translation.</summary>
    public static (string Flow, string Translation) Translated { get; } =
        (Repository.Read("samples", "flows", "smart-home-setup", "smart-home-setup.json"), Repository.Read("samples", "flows", "smart-home-setup", "smart-home-setup.zh-CN.json"));

    /// <summary>Flows in two languages, each with the translation that completes it.</summary>
    public static IReadOnlyList<(string Name, string Flow, string Translation)> Pairs { get; } =
    [
        ("Sample in two languages", Translated.Flow, Translated.Translation),
        .. from page in Directory.EnumerateFiles(Repository.Path("docs", "diagnostics"), "GF07*.md").Order(StringComparer.Ordinal)
           let right = File.ReadAllText(page).Split("## Right")[1]
           select (Path.GetFileName(page), Block().Match(right).Groups[1].Value, TranslationBlock().Match(right).Groups[1].Value),
    ];

    private static bool IsInvalid(string file) => file.Contains("/Invalid/", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Repository.Path(folder), "*.json", SearchOption.AllDirectories)
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    // Translations would make a finding of every text that is changed.
    [GeneratedRegex("(\"locales\": *\\[ *\"[^\"]+\")[^\\]]*\\]")]
    private static partial Regex OneLanguage();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("```json flow\\.zh-CN\\.json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex TranslationBlock();
}
