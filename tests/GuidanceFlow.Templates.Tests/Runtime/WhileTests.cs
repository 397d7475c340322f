using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class WhileTests
{
    [Theory]
    [InlineData("{{x = 0; while x < 3; x = x + 1; while.index; while.first; while.even; while.odd; ' '; end}}", "0truetruefalse 1falsefalsetrue 2falsetruefalse ")]
    [InlineData("{{a=0}}{{while a < 2}}[{{a}}]{{a = a + 1}}{{end}}", "[0][1]")]
    [InlineData("{{a=0; while a < 5; a = a + 1; if a == 2; continue; end; if a == 4; break; end; a; end}}", "13")]
    [InlineData("{{a=2; while a > 0; for i in 1..2; while.index; for.index; end; a = a - 1; end}}", "00011011")]
    [InlineData("{{for i in 1..2; a = 2; while a > 0; a = a - 1; for.index; while.index; ' '; end; end}}", "00 01 10 11 ")]
    [InlineData("{{while false}}x{{end}}|", "|")]
    [InlineData("{{ func g; while.index; end; i=0; while i<2; g; i=i+1; end }}", "01")]
    [InlineData("{{ func g; while.even; while.odd; while.first; end; i=0; while i<2; g; i=i+1; end }}", "truefalsetruefalsetruefalse")]
    [InlineData("{{ func g; j=0; while j<2; j=j+1; end; end; i=0; while i<2; g; while.index; i=i+1; end }}", "01")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_AskedForItsPlaceOutsideOfLoops_Fails() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ func g; while.index; end; g }}")).Diagnostic.ToString().ShouldBe("(1,12): \"while\" only has members inside a loop.");

    [Fact]
    public void Render_ALoopWithoutEnd_IsCutOff() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ while true; end }}")).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
}
