using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ThisTests
{
    [Theory]
    [InlineData("{{ a = 5; this.a; this[\"a\"] = 7; a }}", "57")]
    [InlineData("{{ this.y; this.q }}|", "2|")]
    [InlineData("{{ k = {a:1}; with k; this.a; this.b = 2; end; k }}", "1{a: 1, b: 2}")]
    [InlineData("{{ a = 5; object.has_key this \"a\"; object.has_key this \"x\"; object.has_key this \"q\" }}", "truetruefalse")]
    [InlineData("{{ this.new = 3; new }}", "3")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected) => Models.Render(template).ShouldBe(expected);
}
