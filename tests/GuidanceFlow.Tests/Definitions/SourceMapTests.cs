using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Tests.Definitions;

public sealed class SourceMapTests
{
    private static readonly SourcePath Step = SourcePath.Root.Member("stages").Item(0).Member("steps").Item(0);

    [Theory]
    [InlineData("\n", 3)]
    [InlineData("\r\n", 3)]
    [InlineData("\r", 3)]
    [InlineData("\n\r\n\r", 7)]
    public void LocateValue_CountsEveryKindOfLineEnd(string lineEnd, int line)
    {
        ISourceMap map = Map($"{{ \"flow\": \"f\",{lineEnd}\t\"title\":{lineEnd}\"x\" }}");
        map.LocateValue(SourcePath.Root.Member("title")).ShouldBe(new SourceLocation("flow.json", line, 1, "/title"));
    }

    [Fact]
    public void LocateValue_CountsColumnsInUtf16Units()
    {
        ISourceMap map = Map("{ \"a\": \"é中😀\",\t\"title\": 1 }");
        map.LocateName(SourcePath.Root.Member("title")).Column.ShouldBe(16);
        map.LocateValue(SourcePath.Root.Member("title")).Column.ShouldBe(25);
        map.LocateName(SourcePath.Root).Column.ShouldBe(1);
    }

    [Fact]
    public void LocateValue_OfAPathIntoNothing_GivesTheNearestEnclosingValue()
    {
        ISourceMap map = Map("""
            { "stages": [ { "steps": [
              { "next": "b" }
            ] } ] }
            """);
        map.LocateValue(Step.Member("next").Item(0).Member("goto")).ShouldBe(new SourceLocation("flow.json", 2, 13, "/stages/0/steps/0/next/0/goto"));
        map.LocateName(Step.Member("when")).ShouldBe(new SourceLocation("flow.json", 2, 3, "/stages/0/steps/0/when"));
        map.LocateInText(Step.Member("next").Item(0).Member("goto"), 1).Column.ShouldBe(15);
        map.LocateInText(Step, 1).Column.ShouldBe(3);
        map.LocateValue(SourcePath.Root.Member("stages").Item(7)).Column.ShouldBe(13);
        map.LocateValue(SourcePath.Root.Item(0)).Column.ShouldBe(1);
    }

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("a\\nb", 2, 3)]
    [InlineData("\\\"b", 1, 2)]
    [InlineData("\\u00e9b", 1, 6)]
    [InlineData("éb", 1, 1)]
    [InlineData("😀b", 2, 2)]
    [InlineData("😀b", 1, 0)]
    [InlineData("\\ud83d\\ude00b", 1, 6)]
    [InlineData("\\ud83d\\ude00b", 2, 12)]
    [InlineData("中\\t中\\\\x", 4, 6)]
    [InlineData("ab", 2, 2)]
    [InlineData("ab", 99, 2)]
    [InlineData("ab", -1, 0)]
    public void LocateInText_TakesEscapesIntoAccount(string written, int offset, int columns) =>
        Map($"{{\"a\":\"{written}\"}}").LocateInText(SourcePath.Root.Member("a"), offset).Column.ShouldBe(7 + columns);

    [Fact]
    public void LocateInText_OfALiteral_CountsItsCharacters()
    {
        ISourceMap map = Map("""{"a": -15, "b": true}""");
        map.LocateInText(SourcePath.Root.Member("a"), 1).Column.ShouldBe(8);
        map.LocateInText(SourcePath.Root.Member("b"), 40).Column.ShouldBe(20);
    }

    [Fact]
    public void LocateName_OfAnEscapedName_FindsIt() =>
        Map("""{"\u0061/~": {"b": 1}}""").LocateName(SourcePath.Root.Member("a/~").Member("b"))
            .ShouldBe(new SourceLocation("flow.json", 1, 15, "/a~1~0/b"));

    [Fact]
    public void LocateValue_OnAVeryLongLine_CountsRight()
    {
        // A character of four bytes stands across every mark that the line index may set.
        string filler = string.Concat(Enumerable.Repeat("😀é", 20_000));
        ISourceMap map = Map($"{{\"a\": \"{filler}\",\"b\":1}}");
        map.LocateName(SourcePath.Root.Member("b")).Column.ShouldBe(7 + filler.Length + 3);
        map.LocateInText(SourcePath.Root.Member("a"), 30_000).Column.ShouldBe(8 + 30_000);
    }

    [Fact]
    public void LocateValue_OfATextThatIsNotJson_GivesTheStart() => Map("{").LocateValue(Step).ToString().ShouldBe("flow.json(1,1)");

    private static ISourceMap Map(string text) => FlowReader.Read(FlowSource.FromText("flow.json", text)).Map;
}
