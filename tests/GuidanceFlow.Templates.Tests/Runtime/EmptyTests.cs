using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class EmptyTests
{
    [Theory]
    [InlineData("{{ x.empty? }}|{{ n.empty? }}|{{ t.empty? }}", "false||false")]
    [InlineData("{{ a = {}; b = [1]; a.empty?; b.empty?; [].empty?; 'x'.empty?; ''.empty?; {q:1}.empty? }}", "truefalsetruefalsetruefalse")]
    [InlineData("{{ e.empty? ? 'y' : 'n' }}{{ l.empty? ? 'y' : 'n' }}{{ if e.empty?; 'none'; end }}{{ if !l.empty?; l.size; end }}", "ynnone3")]
    [InlineData("{{ o.empty? }}{{ (l | array.remove_at 0).empty? }}{{ eo.empty?; es.empty? }}", "falsefalsetruetrue")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("devices.empty?", "")]
    [InlineData("!name.empty? && devices.empty?", "")]
    [InlineData("count.empty?", "(1,7): A number has no members, so \"empty?\" cannot be read.")]
    public void Guard_MayAskWhetherAListIsEmpty(string guard, string expected)
    {
        TestScope scope = new TestScope().Add("devices", StaticType.List(StaticType.Text)).Add("name", StaticType.Text).Add("count", StaticType.Integer);
        Models.DiagnoseExpression(guard, scope, StaticType.Boolean).ShouldBe(expected);
    }
}
