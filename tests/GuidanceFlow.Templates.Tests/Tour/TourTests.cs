namespace GuidanceFlow.Templates.Tests.Tour;

/// <summary>
/// A tour of the template language, one folder after the other. The outputs are Scriban's, byte for byte. For a new template run
/// the tests once with <c>GUIDANCEFLOW_ACCEPT=1</c> and look at what was written beside it.
/// </summary>
public sealed class TourTests
{
    public static TheoryData<string> Cases => [.. TourCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Template_WithItsModel_GivesWhatItsFileSays(string name)
    {
        var test = new TourCase(name);
        string actual = test.Run(out bool isError);
        string path = isError ? test.ErrorPath : test.OutputPath;
        string? expected = File.Exists(path) ? File.ReadAllText(path) : null;
        if (actual != expected && IsAccepting)
        {
            test.Accept(actual, isError);
            return;
        }

        expected.ShouldNotBeNull($"There is no '{path}', and this is what came:\n{actual}");
        actual.ShouldBe(expected, $"'{path}' says something else.");
    }

    [Fact]
    public void Files_OfTheTour_BelongToATemplate()
    {
        HashSet<string> known = [.. TourCase.Names.SelectMany(name => new[] { name + ".scriban", name + ".json", name + ".txt", name + ".error.txt" })];
        IEnumerable<string> files = Directory.EnumerateFiles(TourCase.Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(TourCase.Root, path).Replace(Path.DirectorySeparatorChar, '/'));
        files.Where(file => file.Contains('/', StringComparison.Ordinal) && !file.EndsWith("/model.json", StringComparison.Ordinal) && !TourCase.IsPartial(file) && !known.Contains(file)).ShouldBeEmpty();
        TourCase.Names.Where(name => File.Exists(new TourCase(name).OutputPath) == File.Exists(new TourCase(name).ErrorPath)).ShouldBeEmpty("Each template has one file that says what it gives.");
    }

    private static bool IsAccepting => Environment.GetEnvironmentVariable("GUIDANCEFLOW_ACCEPT") is "1" or "true"
        && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
