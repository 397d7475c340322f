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
    [InlineData("{{ '<p>a</p>' | html.strip }} {{ 'a<b>c<d' | html.strip }} {{ '<a b=\">\">z' | html.strip }} {{ \"<!-- a -->b<script>c</script>d<style>e</style>f\" | html.strip }} {{ '1 < 2' | html.strip }} {{ \"<a b='x>y' c=d>z</a>\" | html.strip }} {{ '<a b=\">z' | html.strip }} {{ '<SCRIPT>x</Script>y' | html.strip }}", "a ac<d z bdf 1 < 2 z <a b=\">z y")]
    [InlineData("{{ \"a\\nb\\r\\nc\\rd\" | html.newline_to_br }}", "a<br />\nb<br />\r\nc<br />\rd")]
    [InlineData("{{ \"john@liquid.com é\" | html.url_encode }} {{ \"<hello> & <scriban> é/?x=1\" | html.url_escape }} {{ n | html.url_encode }}{{ '' | html.url_escape }}", "john%40liquid.com%20%C3%A9 %3Chello%3E%20&%20%3Cscriban%3E%20%C3%A9/?x=1 ")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
