using System.Text.RegularExpressions;
using GuidanceFlow.Tests.Definitions;

namespace GuidanceFlow.Tests.Diagnostics;

/// <summary>A page of <c>docs/diagnostics</c>, taken apart.</summary>
internal sealed partial record DiagnosticPage(string Text, string Title, string Wrong, string Finding, string Right)
{
    /// <summary>The name under which a translation stands in an example.</summary>
    public const string TranslationName = "flow.zh-CN.json";

    /// <summary>The translation that belongs to the wrong example; empty for none.</summary>
    public required string WrongTranslation { get; init; }

    /// <summary>The translation that belongs to the right example; empty for none.</summary>
    public required string RightTranslation { get; init; }

    /// <summary>The name under which an older version stands in an example.</summary>
    public const string OlderName = "flow.v1.json";

    /// <summary>The older version that belongs to the wrong example; empty for none.</summary>
    public required string WrongOlder { get; init; }

    /// <summary>The older version that belongs to the right example; empty for none.</summary>
    public required string RightOlder { get; init; }

    public static DiagnosticPage Read(string code)
    {
        string text = RepositoryFiles.Read($"docs/diagnostics/{code}.md");
        string[] parts = text.Split(["\n## Wrong\n", "\n## Right\n"], StringSplitOptions.None);
        parts.Length.ShouldBe(3, $"{code}.md needs the sections 'Wrong' and 'Right'.");
        return new DiagnosticPage(text, text.Split('\n')[0], Block(parts[1], "json"), Block(parts[1], "text").TrimEnd('\n'), Block(parts[2], "json"))
        {
            WrongTranslation = Block(parts[1], "json " + TranslationName),
            RightTranslation = Block(parts[2], "json " + TranslationName),
            WrongOlder = Block(parts[1], "json " + OlderName),
            RightOlder = Block(parts[2], "json " + OlderName),
        };
    }

    private static string Block(string section, string language)
    {
        string[] blocks = [.. Fence().Matches(section).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];
        return blocks.Length == 1 ? blocks[0] : string.Empty;
    }

    [GeneratedRegex("^```(\\w+(?: \\S+)?)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
