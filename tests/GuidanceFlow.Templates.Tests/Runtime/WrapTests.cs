using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class WrapTests
{
    [Theory]
    [InlineData("{{ func w; for $i in 1..$0; $$; end; end; wrap w 3; \"x\"; end }}", "xxx")]
    [InlineData("{{ func w; $$; \"|\"; $$; end; wrap w }}text{{ end }}", "text|text")]
    [InlineData("{{ func w; $$; end; w }}|", "|")]
    [InlineData("{{ func w; \"<\"; $$; \">\"; end; wrap w; for i in 1..2; i; end; end }}", "<12>")]
    [InlineData("{{ func w(a); a; $$; a; end; wrap w \"-\"; s; end }}", "-hello-")]
    [InlineData("{{ func w; \"(\"; $$; \")\"; end; wrap w; wrap w; 1; end; end }}", "((1))")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
