using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class WrapTests
{
    [Theory]
    [InlineData("{{ func w; for $i in 1..$0; $$; end; end; wrap w 3; \"x\"; end }}", "xxx")]
    [InlineData("{{ func w; $$; \"|\"; $$; end; wrap w }}text{{ end }}", "text|text")]
    [InlineData("{{ func w; $$; end; for $i in [7,8]; wrap w; for.index; $i; end; end }}", "01")]
    [InlineData("{{ func w; $$; end; w }}|", "|")]
    [InlineData("{{ func w; \"<\"; $$; \">\"; end; wrap w; for i in 1..2; i; end; end }}", "<12>")]
    [InlineData("{{ func w(a); a; $$; a; end; wrap w \"-\"; s; end }}", "-hello-")]
    [InlineData("{{ func w; \"(\"; $$; \")\"; end; wrap w; wrap w; 1; end; end }}", "((1))")]
    [InlineData("{{ func o; $$; \"after\"; end; wrap o }}a{{ ret }}b{{ end }}", "a")]
    [InlineData("{{ func o; $$; \"after\"; end; wrap o }}a{{ ret 5 }}b{{ end }}z", "a5z")]
    [InlineData("{{ func o; \"x\"; $$; \"after\"; end; func p; wrap o; \"a\"; ret 5; \"b\"; end; \"c\"; end; k = p; \"|\"; k }}", "xa5c|")]
    [InlineData("{{ func o; $$; \"k\"; end; wrap o; for k in 7..9; k; ret; end; \";\"; end }}z", "7z")]
    [InlineData("{{ func o; for i in 1..3; $$; end; end; wrap o }}{{ for.index }}{{ if for.index == 1; break; end }}{{ end }}", "01")]
    [InlineData("{{ func o; for i in 1..3; $$; \",\"; end; end; wrap o }}{{ for.index }}{{ if for.index == 1; continue; end }}z{{ end }}", "0z,12z,")]
    [InlineData("{{ func o; for i in 1..3; $$; end; end; wrap o }}{{ for.index }}{{ for.last }}{{ end }}", "0false1false2true")]
    [InlineData("{{ func o; $$; \"k\"; end; for j in 1..3; wrap o }}a{{ break }}b{{ end }}c{{end}}", "acacac")]
    [InlineData("{{ func o; $$; \"k\"; end; for j in 1..3; wrap o }}{{ for.index }}{{ end }}c{{end}}", "0kc1kc2kc")]
    [InlineData("{{ func o; for i in 1..2; $$; end; end; for j in 1..3; wrap o }}{{ for.index }}{{ end }}c{{end}}", "01c01c01c")]
    [InlineData("{{ func o; for i in 1..2; $$; end; end; wrap o; for k in 7..9; k; break; end; \";\"; end }}", "7;7;")]
    [InlineData("{{ func o; k = 0; while k < 3; k++; $$; \",\"; end; end; wrap o }}q{{ continue }}r{{ end }}", "0q1q2q")]
    [InlineData("{{ func o; $$; \"k\"; end; j = 0; while j < 3; j++; wrap o; \"b\"; break; end; \"y\"; end }}", "0by1by2by")]
    [InlineData("{{ func o; if true; $$; end; \"k\"; end; j = 0; while j < 2; j = j + 1; wrap o; \"b\"; continue; end; \"y\"; end }}", "byby")]
    [InlineData("{{ func o; i = 0; while i < 2; $$; i = i + 1; end; end; wrap o; while.index; while.first; end }}", "0true1false")]
    [InlineData("{{ func o; i = 0; while i < 2; $$; i = i + 1; end; end; j = 0; while j < 2; wrap o; while.index; j = j + 1; end; while.index; end }}", "010")]
    [InlineData("{{ func o; $$; end; j = 0; while j < 2; wrap o; while.index; j = j + 1; end; while.index; end }}", "0011")]
    [InlineData("{{ wrap @(do; \"[\"; $$; \"]\"; end) }}x{{ end }}", "[x]")]
    [InlineData("{{ wrap do; \"[\"; $$; \"]\"; end }}x{{ end }}", "[x]")]
    [InlineData("{{ wrap @(do; \"[\"; $$; \"]\"; end) 1 }}x{{ end }}", "[x]")]
    [InlineData("{{ func f; \"<\"; $$; end; wrap @f }}x{{ end }}", "<x")]
    [InlineData("  {{ func f; $$; end; wrap f }}a\nb{{ end }}", "  a\n  b")]
    [InlineData("  {{ func f; $$; end }}\n  {{ wrap f }}a\nb{{ end }}", "  \n  a\n  b")]
    [InlineData("{{ func f }}\n  {{ $$ }}\n{{ end }}\n  {{ wrap f }}a\nb{{ end }}", "\n  \n    a\n  b\n")]
    [InlineData("{{ func f }}<{{ $$ }}>{{ end }}\n  {{ wrap f }}a\nb{{ end }}", "\n  <a\nb>")]
    [InlineData("{{ func f; \"a\nb\"; $$; \"c\nd\"; end }}\n  {{ wrap f; }}\n    {{ \"x\ny\"}}\n{{ end }}", "\n  a\n  b\n      x\n    y\n  c\n  d")]
    [InlineData("{{ func f; $$; end }}\n  {{ wrap f; wrap f; \"x\ny\"; end; end }}", "\n  x\n  y")]
    [InlineData("  {{ func f; capture k; $$; end; k; end; wrap f }}a\nb{{ end }}", "  a\n    b")]
    [InlineData("  {{ func f; $$; end; wrap f; case 1; when 1; \"1\n2\"; end; end }}", "  1\n  2")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_AJumpInABlockThatIsPrintedOutsideOfLoops_Fails() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ func o; $$; end; wrap o; break; end }}")).Message
            .ShouldContain("The block that is printed here holds a \"break\" or \"continue\", but no loop is running");

    [Fact]
    public void Parse_ABlockAsAValue_IsReported() =>
        Models.Diagnose("{{ func o; k = $$; end }}").ShouldBe("(1,16): \"$$\" prints a block and has no value; let it stand alone, and keep what it prints with \"capture\".");
}
