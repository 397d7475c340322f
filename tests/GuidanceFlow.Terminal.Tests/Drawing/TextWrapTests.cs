using GuidanceFlow.Terminal.Drawing;

namespace GuidanceFlow.Terminal.Tests.Drawing;

public sealed class TextWrapTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("one  two", 4, "one|two")]
    [InlineData("incomprehensible", 6, "incomp|rehens|ible")]
    [InlineData("a\n\nb", 6, "a||b")]
    [InlineData("把手机靠近它，等它被找到。", 12, "把手机靠近|它，等它被找|到。")]
    [InlineData("好（很好）", 4, "好|（很|好）")]
    [InlineData("打开 2.4 GHz 网络", 9, "打开 2.4|GHz 网络")]
    [InlineData("👍🏽👍🏽👍🏽", 4, "👍🏽👍🏽|👍🏽")]
    public void Lines_BreakWhereReadersExpectIt(string text, int width, string expected) => string.Join('|', TextWrap.Lines(text, width)).ShouldBe(expected);

    [Fact]
    public void Lines_LoseNothingAndAreNeverTooWide()
    {
        const string text = "第 3 步（共 4 步）：逐台连接。先连网关，其他设备要通过它上网；Switch the hall lamp on and off in the app.";
        for (int width = 2; width < 100; width++)
        {
            IReadOnlyList<string> lines = TextWrap.Lines(text, width);

            lines.ShouldAllBe(line => Cells.Width(line) <= width);
            string.Concat(lines).Replace(" ", string.Empty, StringComparison.Ordinal).ShouldBe(text.Replace(" ", string.Empty, StringComparison.Ordinal));
        }
    }
}
