using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Testing.Tests.GoldenFiles;

public sealed class LineDiffTests
{
    [Fact]
    public void LinesFarFromAnyChange_AreLeftOut()
    {
        string before = string.Join('\n', Enumerable.Range(1, 12));
        string after = before.Replace("6", "six", StringComparison.Ordinal);

        LineDiff.Of(before, after).ShouldBe(
            """
              … 2 lines the same
              3
              4
              5
            - 6
            + six
              7
              8
              9
              … 3 lines the same
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ALineMore_StandsAlone() => LineDiff.Of("a", "a\nb").ShouldBe("  a\n+ b");

    [Fact]
    public void SpacesCount() => LineDiff.Of("a b", "a  b").ShouldBe("- a b\n+ a  b");
}
