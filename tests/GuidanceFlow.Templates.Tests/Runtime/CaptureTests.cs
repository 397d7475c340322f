using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class CaptureTests
{
    [Theory]
    [InlineData("{{capture c}}a{{1}}b{{end}}[{{c}}]{{c | string.upcase}}", "[a1b]A1B")]
    [InlineData("{{capture $c}}a{{end}}{{$c}}{{for i in 1..2; capture z; i; end; z; end; z}}", "a122")]
    [InlineData("  {{capture c}}a\n b{{end}}{{c}}", "  a\n   b")]
    [InlineData("{{capture c}}{{capture d}}in{{end}}out{{d}}{{end}}{{c}}{{d}}", "outinin")]
    [InlineData("{{ func f; capture c; ret 5; end; end; f; c }}", "")]
    [InlineData("{{ func f; capture c; \"a\"; ret 5; end; \"n\"; end; f; \"|\"; c }}", "|a")]
    [InlineData("{{ func g; ret 9; end; func f; capture c; g; ret g; end; end; f; c }}", "9")]
    [InlineData("  {{ if t }}\n{{ capture c }}a{{ end }}<{{ end }}", "  \n<")]
    [InlineData("  {{ if t }}\nz{{ capture c }}a\n{{ end }}<\ny{{ end }}", "  \n  z  <\n  y")]
    [InlineData("  {{ if t }}\n{{ capture c }}a{{ end }}\n<{{ end }}", "  \n\n  <")]
    [InlineData("  {{ if t }}\n{{ capture c }}{{ end }}<{{ end }}", "  \n  <")]
    [InlineData("  {{ if t }}{{ capture c }}a\n{{ end }}<{{ end }}", "    <")]
    [InlineData("{{ v = object.eval_template '12345{{ capture c }}z{{ end }}' }}\n  {{ if t }}1\n{{ capture d }}{{ end }}<{{ end }}", "\n  1\n  <")]
    [InlineData("  {{ if t }}\n{{ capture c }}{{ capture d }}\n{{ end }}x{{ end }}{{ 'y' }}\nz{{ end }}", "  \ny\n  z")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_ACaptureThatGrows_IsCutOff() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ a = 'xxxxxxxxxxxxxxxx'; while true; capture a; a; a; end; end }}")).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
}
