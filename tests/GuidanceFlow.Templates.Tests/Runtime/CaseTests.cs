using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class CaseTests
{
    [Theory]
    [InlineData("{{case 5}} a {{when 5}}b{{end}}|", "b|")]
    [InlineData("{{case 5}}\n  {{when 4}}a\n  {{when 5}}b\n{{else}}c\n{{end}}|", "b\n|")]
    [InlineData("{{case 5; when 4; 'a'; else; 'b'; end}}", "b")]
    [InlineData("{{case 'a'; when 'b' || 'a'; 1; end}}{{case true; when false || true; 1; end}}{{case 1; when 1.0; 'y'; end}}{{case null; when null; 'n'; end}}{{case [1]; when [1]; 'l'; end}}", "11ynl")]
    [InlineData("{{case x; when 1, 2, 3; 'few'; when 4 + 1; 'five'; end}}{{case x + 1; when 6; '!'; end}}{{case s; when 'h' + 'ello', 1; '?'; end}}{{case x; when 9; 'no'; end}}", "five!?")]
    [InlineData("{{case 5; when 5; for i in 1..3; if i == 2; break; end; i; end; 'z'; end}}", "1z")]
    [InlineData("{{for i in 1..3; case i; when 2; continue; end; i; end}}", "13")]
    [InlineData("{{case x; when 5; case y; when 2; 'both'; end; when 6; 'six'; else; 'other'; end}}", "both")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
