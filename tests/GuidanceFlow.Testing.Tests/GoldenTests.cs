using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Testing.Tests;

public sealed class GoldenTests
{
    [Fact]
    public void Verify_NamesTheFileAfterClassFileAndMethod() => Golden.Verify("This text stands in GoldenTests.Verify_NamesTheFileAfterClassFileAndMethod.verified.txt.");

    [Fact]
    public void Verify_TakesAnExtension() => Golden.Verify("{ \"soup\": 3 }", "json");

    [Fact]
    public void Verify_OfAFileOfAnyName_ThrowsWithTheDifferenceAndTheRemedy()
    {
        using var folder = new TemporaryFolder();
        var file = new GoldenFile(folder.Path, "menu", "md");
        folder.Write("menu.verified.md", "soup\nfish");

        GoldenMismatchException exception = Should.Throw<GoldenMismatchException>(() => Golden.Verify("soup\nmeat", file));

        exception.VerifiedPath.ShouldBe(folder.At("menu.verified.md"));
        exception.ReceivedPath.ShouldBe(folder.At("menu.received.md"));
        exception.Diff.ShouldBe("  soup\n- fish\n+ meat");
        exception.Message.ShouldBe(
            $"""
            The text is not what 'menu.verified.md' says (- verified, + received):
              soup
            - fish
            + meat
            What came is in '{folder.At("menu.received.md")}'. If it is right, run the tests once with GUIDANCEFLOW_ACCEPT=1.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Verify_OfANewText_SaysThatThereIsNoFileYet()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<GoldenMismatchException>(() => Golden.Verify("soup", new GoldenFile(folder.Path, "menu"))).Message.ShouldBe(
            $"There is no 'menu.verified.txt' yet. What came is in '{folder.At("menu.received.txt")}'. If it is right, run the tests once with GUIDANCEFLOW_ACCEPT=1.");
    }
}
