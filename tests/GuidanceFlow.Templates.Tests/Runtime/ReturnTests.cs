using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ReturnTests
{
    [Theory]
    [InlineData("a{{ret}}b", "a")]
    [InlineData("a{{ret 5}}b", "a5")]
    [InlineData("a{{if true; ret; end}}b{{'c'}}", "a")]
    [InlineData("{{for i in 1..3; i; if i == 2; ret 'done'; end; end}}never", "12done")]
    [InlineData("{{while true; ret 'x'; end}}{{case 1}}{{when 1}}{{ret 'y'}}{{end}}", "x")]
    [InlineData("{{capture c}}a{{ret 5}}b{{end}}c", "")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
