using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class HtmlFunctionTests
{
    [Theory]
    [InlineData("{{ 'x' | html.escape }}", "x")]
    [InlineData("{{ '<a href=\"x\">&\\'</a>' | html.escape }}", "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;")]
    [InlineData("{{ n | html.escape }}|", "|")]
    [InlineData("{{ 12345 | html.escape }} {{ 'é € 😀' | html.escape }}", "12345 &#233; € &#128512;")]
    [InlineData("{{ (html.escape n) ?? 'z' }}", "z")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
