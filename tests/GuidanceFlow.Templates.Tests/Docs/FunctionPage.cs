using System.Text.RegularExpressions;

namespace GuidanceFlow.Templates.Tests.Docs;

/// <summary>The page <c>docs/template-functions.md</c>, taken apart.</summary>
internal sealed partial record FunctionPage(string Model, IReadOnlyList<string> Groups, IReadOnlyList<FunctionPage.Entry> Functions)
{
    public static FunctionPage Read()
    {
        string text = File.ReadAllText(PathOf("docs/template-functions.md")).ReplaceLineEndings("\n");
        string[] sections = Heading().Split(text);
        return new FunctionPage(
            Blocks(sections[0], "json").Single().Text,
            [.. Heading().Matches(text).Select(match => match.Value.Trim()).Where(heading => heading.StartsWith("## ", StringComparison.Ordinal)).Select(heading => heading[3..])],
            [.. Heading().Matches(text).Zip(sections.Skip(1)).Where(pair => pair.First.Value.StartsWith("###", StringComparison.Ordinal)).Select(pair => ReadEntry(pair.First.Value[4..].Trim(), pair.Second))]);
    }

    private static Entry ReadEntry(string name, string section) =>
        new(name, Signature().Match(section).Groups[1].Value, [.. Blocks(section, "scriban").Select(block => block.Text)], [.. Blocks(section, "text")]);

    private static IEnumerable<Block> Blocks(string section, string kind) =>
        Fence().Matches(section).Where(match => match.Groups[1].Value == kind).Select(match => new Block(match.Groups[2].Value, match.Groups[3].Value));

    public static string PathOf(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GuidanceFlow.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.ShouldNotBeNull().FullName, path);
    }

    [GeneratedRegex("^##+ .+\n", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>The line behind the heading.</summary>
    [GeneratedRegex("\\A\n`([^`\n]+)`\n")]
    private static partial Regex Signature();

    [GeneratedRegex("^```(\\w+)(?: (\\S+))?\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    /// <summary>What the page says of a function.</summary>
    /// <param name="Name">The name in the heading.</param>
    /// <param name="Signature">How it is called.</param>
    /// <param name="Templates">The examples; one.</param>
    /// <param name="Outputs">What the example prints, in one language or several.</param>
    internal sealed record Entry(string Name, string Signature, IReadOnlyList<string> Templates, IReadOnlyList<Block> Outputs);

    /// <summary>What stands in a fence.</summary>
    /// <param name="Culture">The language it is in; empty for none in particular.</param>
    /// <param name="Text">The lines.</param>
    internal sealed record Block(string Culture, string Text);
}
