using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class EvalTests
{
    [Theory]
    [InlineData("{{ object.eval \"1 + y\" }}{{ object.eval_template \"{{ y }}!\" }}", "32!")]
    [InlineData("{{ \"y + 1\" | object.eval }}", "3")]
    [InlineData("{{ k = 1; object.eval_template \"{{ k = 2 }}\"; k }}", "2")]
    [InlineData("{{ object.eval null }}|", "|")]
    [InlineData("{{ func f; ret $0 + 1; end; object.eval \"f 2\" }}", "3")]
    [InlineData("{{ for i in 1..2; object.eval \"i * 2\"; end }}", "24")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected) => Models.Render(template).ShouldBe(expected);
}
