using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Tests.Definitions;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("txt", "text")]
    [InlineData("txet", "text")]
    [InlineData("Text", "text")]
    [InlineData("next-item", "next_item")]
    [InlineData("respondWithin", "respond_within")]
    [InlineData("respond_wihtn", "respond_within")]
    [InlineData("a", null)]
    [InlineData("A", null)]
    [InlineData("", null)]
    [InlineData("zebra", null)]
    [InlineData("texttexttext", null)]
    public void Nearest_FindsWhatWasMeant(string word, string? expected) =>
        Spelling.Nearest(word, ["text", "next_item", "respond_within", "b"]).ShouldBe(expected);

    [Fact]
    public void Nearest_OfEqualsTakesTheFirst() => Spelling.Nearest("tixt", ["text", "tint", "taxt"]).ShouldBe("text");

    [Fact]
    public void Quote_KeepsAMessageOnOneShortLine()
    {
        Spelling.Quote("a\nb\ud800😀").ShouldBe("'a\\u000ab\\ud800😀'");
        Spelling.Quote(new string('x', 70)).ShouldBe("'" + new string('x', 60) + "…'");
    }
}
