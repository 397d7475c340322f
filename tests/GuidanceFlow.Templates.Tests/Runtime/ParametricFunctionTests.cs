using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ParametricFunctionTests
{
    [Theory]
    [InlineData("{{ func f(a, b = 2, c...); ret a + b + c.size; end; f 1; f 1 5; f 1 5 7 8 }}", "368")]
    [InlineData("{{ func f(a, b); ret a - b; end; f b:1 a:5 }}", "4")]
    [InlineData("{{ func f(a, b = 3); ret a - b; end; f a:5 }}", "2")]
    [InlineData("{{ func f(a...) ; a; end; f 1 2 3; f }}", "[1, 2, 3][]")]
    [InlineData("{{ func f(a, b = \"z\"); a; b; end; 3 | f }}", "3z")]
    [InlineData("{{ func f(a, b = true, c = null); a; b; c; end; f 1; f 1 2; f 1 c:4 }}", "1true121true4")]
    [InlineData("{{ func f(a, b...); $; end; f 5 1 -1 }}", "[5, [0]]")]
    [InlineData("{{ sub(a,b) = a - b; sub 5 1; 5 | sub 2; sub(9, 3) }}", "436")]
    [InlineData("{{ twice(a) = a * 2; twice 4; twice(1) + 1 }}", "83")]
    [InlineData("{{ five() = 5; five; five() }}", "55")]
    [InlineData("{{ size(a) = (a > 1 ? \"big\" : \"small\"); size 2 }}", "big")]
    [InlineData("{{ func f(a, b, c); ret a + b + c; end; f ^l }}", "6")]
    [InlineData("{{ func f(a, b, c); ret a + b + c; end; f 4 ^[1,2] }}", "7")]
    [InlineData("{{ l | array.join ^[\"-\"] }}", "1-2-3")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
