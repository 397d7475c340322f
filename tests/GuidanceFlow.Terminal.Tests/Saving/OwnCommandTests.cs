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
}
