using GuidanceFlow.Prompts;

namespace GuidanceFlow.Tests.Prompts;

/// <summary>Columns as terminals count them.</summary>
public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain", 5)]
    [InlineData("灯", 2)]
    [InlineData("。，（", 6)]
    [InlineData("ｶ", 1)]
    [InlineData("한국", 4)]
    [InlineData("…—·■✓", 5)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("ab\u0301c", 3)]
    [InlineData("✅", 2)]
    [InlineData("❌", 2)]
    [InlineData("⭐", 2)]
    [InlineData("⏰", 2)]
    [InlineData("☕", 2)]
    [InlineData("⚡", 2)]
    [InlineData("🛜", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("⚠\uFE0F done", 7)]
    [InlineData("👍🏽", 2)]
    [InlineData("☝🏽", 2)]
    [InlineData("👨\u200D👩\u200D👧", 2)]
    [InlineData("🇨🇳", 2)]
    [InlineData("🌡", 1)]
    [InlineData("🌡\uFE0F", 2)]
    [InlineData("\u200B\uFE0F", 0)]
    public void Of_ATextIsItsColumns(string text, int columns) => TextWidth.Of(text).ShouldBe(columns);

    [Theory]
    [InlineData("✅")]
    [InlineData("👨\u200D👩\u200D👧")]
    public void Tables_LineUpBehindWideSigns(string sign)
    {
        string[] lines = PlainText.Render(new TableBlock(null, ["A", "B"], [[sign, "x"]])).Split('\n');

        lines[0].ShouldBe("  A   B");
        lines[2].ShouldBe($"  {sign}  x");
    }
}
