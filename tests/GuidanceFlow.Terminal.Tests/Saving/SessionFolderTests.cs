using GuidanceFlow.Terminal.Saving;

namespace GuidanceFlow.Terminal.Tests.Saving;

public sealed class SessionFolderTests
{
    [Theory]
    [InlineData("session-1", "session-1.json")]
    [InlineData("a_1", "session.a_1.json")]
    public void APlainId_IsTheFilesName(string id, string name) => SessionFolder.FileFor(string.Empty, id).ShouldBe(name);

    [Theory]
    [InlineData("a/b", "ab")]
    [InlineData("a/b", "a.b")]
    [InlineData("客户", "顾客")]
    [InlineData("Ann@home", "Annhome")]
    [InlineData("x", "session-x")]
    public void TwoSessions_NeverShareAFile(string one, string other)
    {
        string name = SessionFolder.FileFor(string.Empty, one);

        name.ShouldNotBe(SessionFolder.FileFor(string.Empty, other));
        name.ShouldBe(SessionFolder.FileFor(string.Empty, one));
        name.ShouldMatch("^session[A-Za-z0-9.-]+\\.json$");
    }
}
