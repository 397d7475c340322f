using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class EmptyVariableTests
{
    [Theory]
    [InlineData("{{ a = {}; a == empty; [1] == empty; e == empty; es == empty; s == empty; eo == empty; o != empty }}", "truefalsetruefalsefalsetruetrue")]
    [InlineData("{{ empty }}-{{ if empty; 1; else; 2; end }}", "-2")]
    [InlineData("{{ null == empty; empty == empty; 0 == empty; n == empty }}", "falsetruefalsefalse")]
    [InlineData("{{ object.typeof empty }}", "object")]
    [InlineData("{{ k = empty; k == empty; k.size }}|", "true|")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
