using GuidanceFlow.Templates.Runtime;
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

    [Theory]
    [InlineData("{{ x > empty }}", "(1,6): \">\" cannot take a number and \"empty\".")]
    [InlineData("{{ empty + x }}", "(1,10): \"+\" cannot take \"empty\" and a number.")]
    [InlineData("{{ [1] + @l }}|{{ @string.size + x }}", "(1,32): \"+\" cannot take a function and a number.")]
    public void Render_EmptyOrAFunctionThatIsComputedWith_NamesIt(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);
}
