using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("{{ if x > 3 && string.size s == 5 }}y{{ end }}", "y")]
    [InlineData("{{ if (string.size s) == 5 }}y{{ end }}", "y")]
    [InlineData("{{ if string.contains s 'ell' }}y{{ end }}", "y")]
    [InlineData("{{ if x }}1{{ else if t }}2{{ else }}3{{ end }}", "1")]
    [InlineData("{{ if n }}1{{ else if t }}2{{ else }}3{{ end }}", "2")]
    [InlineData("{{ if n }}1{{ else if n }}2{{ else }}3{{ end }}", "3")]
    [InlineData("{{ if n; 1; else if t; 2; else; 3; end }}", "2")]
    [InlineData("{{ if t\n1\nelse\n2\nend }}", "1")]
    [InlineData("{{ if true }}a{{ b = 3 }}{{ end }}{{ b }}", "a3")]
    [InlineData("{{ if x == 5; 'a'; end; 'b' }}", "ab")]
    [InlineData("{{ if (x == 5) }}a{{ end }}", "a")]
    [InlineData("{{ if x }}a{{ else\nif n }}b{{ end }}{{ end }}", "a")]
    [InlineData("{{ x.if }}", "")]
    [InlineData("{{ {if: 1}.if }}", "1")]
    [InlineData("{{ if x > 1 \n \"a\" \n else \n \"b\" \n end }}", "a")]
    [InlineData("{{ if string.upcase n }}y{{ else }}n{{ end }}", "n")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
