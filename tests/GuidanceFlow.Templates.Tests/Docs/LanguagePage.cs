using System.Text.RegularExpressions;

namespace GuidanceFlow.Templates.Tests.Docs;

/// <summary>The page <c>docs/templates.md</c>, taken apart.</summary>
/// <param name="Text">The whole page.</param>
/// <param name="Model">The values of the examples, as JSON.</param>
/// <param name="Partials">The partials that the page shows.</param>
/// <param name="Examples">Each template with what it prints.</param>
internal sealed partial record LanguagePage(string Text, string Model, IReadOnlyDictionary<string, string> Partials, IReadOnlyList<(string Template, string Output)> Examples)
{
    public static LanguagePage Read()
    {
        string text = File.ReadAllText(FunctionPage.PathOf("docs/templates.md")).ReplaceLineEndings("\n");
        return new LanguagePage(
            text,
            ModelFence().Match(text).Groups[1].Value,
            PartialFence().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal),
            [.. ExampleFence().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value))]);
    }

    [GeneratedRegex("^```json\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ModelFence();

    [GeneratedRegex("^```scriban (\\w+)\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex PartialFence();

    [GeneratedRegex("^```scriban\n(.*?)\n```\n```text\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ExampleFence();
}
