using System.Text.RegularExpressions;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Conventions;

/// <summary>How source files are laid out.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 400;
    private static readonly string[] FoldersByKind = ["Interfaces", "Models", "Enums", "Helpers", "Utils", "Utilities", "Services", "Internal", "Common", "Extensions"];

    [Fact]
    public void File_InSrc_IsAtMostFourHundredLines() =>
        Sources("src").Where(file => File.ReadLines(file).Count() > LongestFile).Select(Relative).ShouldBeEmpty();

    [Fact]
    public void File_InSrc_HasAtMostOnePublicType() =>
        Sources("src")
            .Where(file => PublicType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(Relative)
            .ShouldBeEmpty();

    [Fact]
    public void File_WithAPublicType_IsCalledLikeIt() =>
        Sources("src")
            .Where(file => PublicType().Matches(File.ReadAllText(file)).Any(match => match.Groups["name"].Value != Path.GetFileNameWithoutExtension(file)))
            .Select(Relative)
            .ShouldBeEmpty();

    [Fact]
    public void Folder_InSrc_IsAConceptAndNotAKind() =>
        Sources("src").Select(Relative).Where(file => file.Split('/').Any(FoldersByKind.Contains)).ShouldBeEmpty();

    [Fact]
    public void Tests_MirrorTheFoldersOfTheCore()
    {
        string[] extra = ["Conventions", "Documentation", "Samples"];
        IEnumerable<string> folders = Directory.GetDirectories(Repository.Path("tests", "GuidanceFlow.Tests")).Select(folder => Path.GetFileName(folder)!);
        folders.Where(folder => folder is not ("bin" or "obj") && !extra.Contains(folder) && !Directory.Exists(Repository.Path("src", "GuidanceFlow", folder))).ShouldBeEmpty();
    }

    [Fact]
    public void NugetConfig_NamesNoSource() => Repository.Read("nuget.config").ShouldNotContain("://");

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|ref) )*(?:class|struct|interface|enum|record struct|record) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
