using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class WithTests
{
    [Theory]
    [InlineData("{{ k = {a: 1}; with k; a; b = 2; end; k }}", "1{a: 1, b: 2}")]
    [InlineData("{{ k = {a: 1}; with k; y; y = 6; end; y; k.y }}", "226")]
    [InlineData("{{ k = {a: 1}; m = 10; with k; c = m + a + 1; end; k.c }}", "12")]
    [InlineData("{{ k = {a: 1}; with k; for i in 1..2; a; i; a = a + 1; end; end; k.a }}", "11223")]
    [InlineData("{{ $a = 1; k = {}; with k; $a; $b = 2; end; $b }}|", "|")]
    [InlineData("{{ k = {a: {b: 1} }; with k; with a; b; b = 3; end; end; k }}", "1{a: {b: 3}}")]
    [InlineData("{{ k = {f: @string.upcase}; with k; f \"a\"; end }}", "A")]
    [InlineData("{{ func f(p, q...); s; end; func g; s; end; k = {s: 'in'}; with k; f 1; g; end; f 1 }}", "ininhello")]
    [InlineData("{{ func f; s; end; for s in [1,2]; f; end; f }}", "12hello")]
    [InlineData("{{ func f; s.size; end; k = {s: [1,2]}; with k; f; end; f }}", "25")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
