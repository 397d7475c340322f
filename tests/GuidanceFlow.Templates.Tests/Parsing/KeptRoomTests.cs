using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Tests.Parsing;

/// <summary>Parsers are kept and used again; the room that one huge text needed is not.</summary>
public sealed class KeptRoomTests
{
    [Fact]
    public void A_list_gives_back_what_a_huge_text_has_grown()
    {
        var list = new Scratch<int>();
        for (int i = 0; i < 100_000; i++)
        {
            list.Add(i);
        }

        list.Cut(50_000).Length.ShouldBe(50_000);
        list.Cut(0).Length.ShouldBe(50_000);
        list.Count.ShouldBe(0);
        list.Capacity.ShouldBeLessThan(100);
    }

    [Fact]
    public void A_lexer_gives_back_what_a_huge_literal_has_grown()
    {
        var diagnostics = new DiagnosticBag();
        var lexer = new LiteralLexer(diagnostics, new WordTable());
        string text = "'\\n" + new string('x', 100_000) + "'";
        int position = 0;
        lexer.Start(text);
        lexer.ReadText(ref position).Length.ShouldBe(100_001);
        lexer.Capacity.ShouldBeGreaterThan(100_000);
        lexer.Start("'a'");
        lexer.Capacity.ShouldBeLessThan(100);
    }
}
