using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class IncrementTests
{
    [Theory]
    [InlineData("{{ a = 5; a++; a }}|{{ a = 5; ++a; a }}|{{ a=5; a--; a}}|{{ b = a++; b; a }}|{{ b = ++a; b; a}}|{{ b = a--; b; a }}|{{ b = --a; b; a }}", "56|66|54|45|66|65|44")]
    [InlineData("{{ a = 5; (a++) + 1; a }}|{{ a = 1.5; a++; a }}", "66|1.52.5")]
    [InlineData("{{ x++; x }}", "56")]
    [InlineData("{{ a = 1; a++ + a++ }} {{ a }}", "3 3")]
    [InlineData("{{ a = 1; while a++ < 3; a; end }}", "23")]
    [InlineData("{{ a = 0; for i in 1..3; a++ ; end }}", "012")]
    [InlineData("{{ a = 2; a * a++ }} {{ a }}", "4 3")]
    [InlineData("{{ a = 2; math.plus a++ 1 }} {{ a }}", "3 3")]
    [InlineData("{{ $a = 1; $a++; ++$a }}", "13")]
    [InlineData("{{ a = 1; b = [a++, a++]; b }}", "[1, 2]")]
    [InlineData("{{ a = 1; - -a }} {{ a - -1 }}", "1 2")]
    [InlineData("{{ a = 1; if a++ == 1; a; end }}", "2")]
    [InlineData("{{ a = 1; a ++ }} {{ a }}", "1 2")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ 5++ }}", "(1,4): Only a name, a member or an item can be assigned, no value.")]
    [InlineData("{{ ++5 }}", "(1,6): Only a name, a member or an item can be assigned, no value.")]
    [InlineData("{{ a = 3; a++.x }}", "(1,15): A number has no members, so \"x\" cannot be read.")]
    public void Parse_Mistake_IsExplained(string template, string expected) => Models.Diagnose(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ a = 'x'; a++ }}", "(1,13): \"++\" needs a number, not a text.")]
    [InlineData("{{ a = null; a++ }}", "(1,14): \"++\" needs a number, not nothing (null).")]
    [InlineData("{{ z++ }}", "(1,4): \"++\" needs a number, not nothing (null).")]
    public void Render_WhatIsNoNumber_Fails(string template, string expected) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(expected);

    [Fact]
    public void Parse_AnExpressionThatCounts_IsRefused() =>
        Models.DiagnoseExpression("x++ > 3").ShouldBe("(1,2): An expression cannot assign; write \"+ 1\" for the value.");
}
