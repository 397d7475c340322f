using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class FunctionValueTests
{
    [Theory]
    [InlineData("{{ sub = do; ret $0 - $1; end; 1 | sub 3 }}", "-2")]
    [InlineData("{{ func launch; ret $0 1 2; end\nlaunch do\n ret $0 + $1\nend }}", "3")]
    [InlineData("{{ func inc; ret $0 + 1; end; k = {}; k.i = @inc; 1 | k.i; k.i 5 }}", "26")]
    [InlineData("{{ func inc; ret $0 + 1; end; a = @inc; a 3; [1,2] | array.each @inc }}", "4[2, 3]")]
    [InlineData("{{ l | array.filter @(do; ret $0 > 1; end) }}", "[2, 3]")]
    [InlineData("{{ [\"\", \"a\"] | array.any @string.empty }}", "true")]
    [InlineData("{{ [\"a\",\"b\"] | array.each @string.upcase }}", "[\"A\", \"B\"]")]
    [InlineData("{{ ['a', 'b'] | array.join ',' @string.upcase }}", "A,B")]
    [InlineData("{{ array.any l @(do; ret $0 == 2; end) }}", "true")]
    [InlineData("{{ [\" hello\", \" world\", \"20\"] | array.any @string.contains \"20\" }}", "true")]
    [InlineData("{{ l | array.each do; ret $0 * 2; end }}", "[2, 4, 6]")]
    [InlineData("{{ k = l | array.each do; ret $0 * 2; end; k }}", "[2, 4, 6]")]
    [InlineData("{{ \"a\" | do; ret $0 + \"!\"; end }}", "a!")]
    [InlineData("{{ func three; ret 3; end; g = three; g; h = @three; h }}", "33")]
    [InlineData("{{ k = { f: @string.upcase, n: 1 }; k.f \"a\"; k.n }}", "A1")]
    [InlineData("{{ k = { f: do; ret 4; end }; k.f }}", "4")]
    [InlineData("{{ k = do; ret 1; end; k; object.typeof @k; object.kind @k }}", "1objectfunction")]
    [InlineData("{{ func f; ret $0; end; f @f }}|", "|")]
    [InlineData("{{ @n }}|", "|")]
    [InlineData("{{ f = @math.abs; f(-3) }}", "3")]
    [InlineData("{{ f = @string.replace; f match:'b' text:'abc' 'x' }}", "axc")]
    [InlineData("{{ null | array.each @string.upcase }}|", "|")]
    [InlineData("{{ n | array.filter @string.empty }}|", "|")]
    [InlineData("{{ array.any n @string.empty }}", "false")]
    [InlineData("{{ array.cycle [\"a\",\"b\"]; array.cycle [\"a\",\"b\"]; array.cycle [\"a\",\"b\"] }}", "aba")]
    [InlineData("{{ array.cycle [\"a\",\"b\"] \"g1\"; array.cycle [\"a\",\"b\"] \"g2\"; array.cycle [\"a\",\"b\"] \"g1\" }}", "aab")]
    [InlineData("{{ for i in 1..4; array.cycle [\"odd\", \"even\"]; \" \"; end }}", "odd even odd even ")]
    [InlineData("{{ (do; ret 2; end) + 1 }}", "3")]
    [InlineData("{{ -(do; ret 2; end); (do; ret 2; end) == 2; !(do; ret 2; end) }}", "-2truefalse")]
    [InlineData("{{ [(do; ret 2; end)]; {a: (do; ret 2; end)}; ((do; ret 2; end)) }}", "[2]{a: 2}2")]
    [InlineData("{{ (do; ret 2; end) | math.plus 1; math.plus 1 (do; ret 2; end) }}", "33")]
    [InlineData("{{ '[' + (do; 'text'; end) + ']' }}", "text[]")]
    [InlineData("{{ i = 0; k = (do; i = i + 1; ret i; end); k; k; i }}", "111")]
    [InlineData("{{ (do; ret $0; end) 5; 5 | (do; ret $0; end); (do(a); ret a; end)(4); 4 | (do(a, b); ret a + b; end) 5 }}", "5549")]
    [InlineData("{{ k = @(do; ret 2; end); k; [1,2] | array.each @(do; ret 2; end) }}", "2[2, 2]")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
