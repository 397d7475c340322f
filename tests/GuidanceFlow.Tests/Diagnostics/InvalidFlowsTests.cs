using System.Text.RegularExpressions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Tests.Diagnostics;

/// <summary>What integrators get wrong, file by file: each says itself what it expects, and where.</summary>
public sealed partial class InvalidFlowsTests
{
    private const int FewestCases = 2;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (InvalidCase each in InvalidCase.All)
            {
                cases.Add(each.Code, each.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void File_YieldsTheFindingsItMarks_AndNoOthers(string code, string name)
    {
        var tested = new InvalidCase(code, name);
        IReadOnlyList<Diagnostic> found = tested.Find();
        IReadOnlyList<ExpectedFinding> expected = tested.Expected;

        expected.ShouldContain(finding => finding.Code == code, $"{code}/{name} marks no {code}.");
        string[] missing = [.. expected.Where(mark => !found.Any(mark.Is)).Select(mark => "missing: " + mark)];
        string[] unexpected = [.. found.Where(finding => !expected.Any(mark => mark.Is(finding))).Select(finding => "unexpected: " + finding)];
        missing.Concat(unexpected).ShouldBeEmpty();
        found.Count.ShouldBe(expected.Count, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finding_SaysOnOneLineWhatToDo(string code, string name)
    {
        foreach (Diagnostic finding in new InvalidCase(code, name).Find())
        {
            finding.Message.ShouldNotContain('\n');
            Remedy().IsMatch(finding.Message).ShouldBeTrue($"This names no remedy: {finding.Message}");
        }
    }

    [Fact]
    public void Folders_AreTheCodesThereAre() =>
        InvalidCase.Codes.ShouldBe(DiagnosticCatalog.All.Concat(ScenarioDiagnostics.All).Select(descriptor => descriptor.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Code_HasSeveralCases() =>
        InvalidCase.All.CountBy(each => each.Code).Where(count => count.Value < FewestCases).Select(count => count.Key).ShouldBeEmpty();

    /// <summary>A sentence that asks for something, or that lists what may stand there.</summary>
    [GeneratedRegex(@"(^|[.?:;,] |or )(Did you mean|Its members are|It has|""\w+"" has|Its values are|Expected|Otherwise|(add|ask|assign|call|change|choose|close|compare|correct|declare|end|finish|give|go|let|leave|make|move|name|put|remove|rename|replace|route|save|say|show|split|take|translate|turn|use|write)\b)| (is missing|strings update' (takes|moves)|starts with|ends in|write|take it out)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remedy();
}
