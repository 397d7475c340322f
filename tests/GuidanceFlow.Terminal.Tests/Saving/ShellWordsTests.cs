using GuidanceFlow.Terminal.Saving;

namespace GuidanceFlow.Terminal.Tests.Saving;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("flows/router.json", "flows/router.json")]
    [InlineData("my flow.json", "'my flow.json'")]
    [InlineData("it's.json", "'it'\\''s.json'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("流程.json", "流程.json")]
    [InlineData("", "''")]
    public void Quote_ForAPosixShell(string word, string expected) => ShellWords.Quote(word, windows: false).ShouldBe(expected);

    [Theory]
    [InlineData("C:\\flows\\a.json", "C:\\flows\\a.json")]
    [InlineData("my flow.json", "\"my flow.json\"")]
    public void Quote_ForWindows(string word, string expected) => ShellWords.Quote(word, windows: true).ShouldBe(expected);
}
