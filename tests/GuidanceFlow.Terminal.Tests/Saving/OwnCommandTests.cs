using GuidanceFlow.Terminal.Saving;

namespace GuidanceFlow.Terminal.Tests.Saving;

public sealed class OwnCommandTests
{
    [Theory]
    [InlineData("/home/me/.dotnet/tools/guidanceflow", "/x.dll", "guidanceflow")]
    [InlineData("/home/mia/tools/guidanceflow", "/x.dll", "tools/guidanceflow")]
    [InlineData("/home/mia/guidanceflow", "/x.dll", "./guidanceflow")]
    [InlineData("/opt/guidanceflow", "/x.dll", "/opt/guidanceflow")]
    [InlineData("/usr/share/dotnet/dotnet", "/home/mia/bin/App.dll", "dotnet bin/App.dll")]
    [InlineData(null, "/x.dll", "dotnet /x.dll")]
    public void Words_StartTheProgramAgain(string? process, string assembly, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");
        string.Join(' ', OwnCommand.Words(process, assembly, "/home/mia", "/usr/bin:/home/me/.dotnet/tools/")).ShouldBe(expected);
    }

    [Fact]
    public void AnInstalledTool_IsStartedByItsLink_AsTheStoreChangesWithEachVersion()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");
        string root = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string tool = Path.Combine(root, ".store", "guidanceflow.cli", "0.1.0", "GuidanceFlow.Cli");
            Directory.CreateDirectory(Path.GetDirectoryName(tool)!);
            File.WriteAllText(tool, string.Empty);
            OwnCommand.Words(tool, null, root, null).ShouldBe([".store/guidanceflow.cli/0.1.0/GuidanceFlow.Cli"]);

            File.CreateSymbolicLink(Path.Combine(root, "guidanceflow"), tool);

            OwnCommand.Words(tool, null, root, null).ShouldBe(["./guidanceflow"]);
            OwnCommand.Words(tool, null, "/", root).ShouldBe(["guidanceflow"]);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
