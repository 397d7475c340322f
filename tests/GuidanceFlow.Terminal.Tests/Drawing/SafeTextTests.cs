using GuidanceFlow.Terminal.Drawing;

namespace GuidanceFlow.Terminal.Tests.Drawing;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain [red]text[/]", "plain [red]text[/]")]
    [InlineData("a\u001b[31mb\u001b[0m", "ab")]
    [InlineData("a\u001b]8;;https://evil.example\u0007b\u001b]8;;\u001b\\c", "abc")]
    [InlineData("a\u009b31mb", "ab")]
    [InlineData("a\u001bPq#0\u001b\\b", "ab")]
    [InlineData("a\u001b", "a")]
    [InlineData("a\u001bcb", "ab")]
    [InlineData("bell\u0007 back\b null\0", "bell back null")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("tab\tstop", "tab stop")]
    [InlineData("evil\u202Etxt.exe", "eviltxt.exe")]
    public void Clean_LeavesWhatIsRead(string text, string expected) => SafeText.Clean(text).ShouldBe(expected);

    [Fact]
    public void Clean_ReplacesHalvesOfCharacters() => SafeText.Clean("a\ud83d" + "b").ShouldBe("a\ufffdb");

    [Fact]
    public void CleanLine_IsOneLine() => SafeText.CleanLine(" one\ntwo ").ShouldBe("one two");
}
