using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Testing.Tests.GoldenFiles;

public sealed class GoldenComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private GoldenFile File => new(_folder.Path, "Menu");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SameText_Agrees_AndDeletesWhatWasReceivedBefore()
    {
        _folder.Write("Menu.verified.txt", "soup\nfish");
        _folder.Write("Menu.received.txt", "meat");

        GoldenComparison.Compare("soup\nfish", File, accept: false).ShouldBeNull();

        System.IO.File.Exists(File.ReceivedPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("soup\r\nfish\r\n")]
    [InlineData("soup\rfish")]
    [InlineData("\uFEFFsoup\nfish\n")]
    public void LineEndings_ByteOrderMark_AndALastNewline_DoNotCount(string verified)
    {
        _folder.Write("Menu.verified.txt", verified);

        GoldenComparison.Compare("soup\nfish", File, accept: false).ShouldBeNull();
    }

    [Fact]
    public void OtherText_IsWrittenBeside_AndShownLineByLine()
    {
        _folder.Write("Menu.verified.txt", "soup\nfish\ncake");

        GoldenComparison.Compare("soup\r\nmeat\ncake", File, accept: false).ShouldBe("  soup\n- fish\n+ meat\n  cake");

        System.IO.File.ReadAllText(File.ReceivedPath).ShouldBe("soup\nmeat\ncake");
        System.IO.File.ReadAllText(File.VerifiedPath).ShouldBe("soup\nfish\ncake");
    }

    [Fact]
    public void NewText_IsWrittenBeside_AndHasNoDifference()
    {
        GoldenComparison.Compare("soup", File, accept: false).ShouldBe(string.Empty);

        System.IO.File.ReadAllText(File.ReceivedPath).ShouldBe("soup");
        System.IO.File.Exists(File.VerifiedPath).ShouldBeFalse();
    }

    [Fact]
    public void Accepting_MakesTheTextTheGoldenFile()
    {
        _folder.Write("Menu.verified.txt", "soup");
        _folder.Write("Menu.received.txt", "meat");

        GoldenComparison.Compare("meat\r\n", File, accept: true).ShouldBeNull();

        System.IO.File.ReadAllBytes(File.VerifiedPath).ShouldBe("meat\n"u8.ToArray());
        System.IO.File.Exists(File.ReceivedPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1", null, true)]
    [InlineData("true", null, true)]
    [InlineData("1", "false", true)]
    [InlineData("1", "true", false)]
    [InlineData("1", "True", false)]
    [InlineData("0", null, false)]
    [InlineData(null, null, false)]
    public void Accepting_IsAskedForByTheEnvironment_AndNeverOnABuildServer(string? accept, string? ci, bool expected) =>
        AcceptMode.IsOn(name => name == "CI" ? ci : name == "GUIDANCEFLOW_ACCEPT" ? accept : null).ShouldBe(expected);
}
