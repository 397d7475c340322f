using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class MathFunctionTests
{
    [Theory]
    [InlineData("{{ -x | math.abs }}", "5")]
    [InlineData("{{ -5 | math.abs }}", "5")]
    [InlineData("{{ 5 + 3 | math.plus 2 }}", "10")]
    [InlineData("{{ math.plus 1 2 }}", "3")]
    [InlineData("{{ math.plus 1 + 2 3 }}", "6")]
    [InlineData("{{ a = 1 + 2 | math.plus 3; a }}", "6")]
    [InlineData("{{ math.plus x (-1) }}", "4")]
    [InlineData("{{ math.plus x * 2 1 }}", "11")]
    [InlineData("{{ math.plus x l[0] }}", "6")]
    [InlineData("{{ math.plus (x) (y) }}", "7")]
    [InlineData("{{ math.plus (1 + 2) * 2 3 }}", "9")]
    [InlineData("{{ math.plus x !t }}", "5")]
    [InlineData("{{ x < 5 || 3 | math.plus 1 }}", "2")]
    [InlineData("{{ '5' | math.plus 3 }}", "53")]
    [InlineData("{{ 'z' | math.plus 3 }}", "z3")]
    [InlineData("{{ n | math.plus 3 }}", "")]
    [InlineData("{{ true | math.plus 3 }}", "4")]
    [InlineData("{{ n | math.abs }}", "")]
    [InlineData("{{ x = 3 | math.plus 2; x }}", "5")]
    [InlineData("{{ x == 3 | math.plus 2 }}", "2")]
    [InlineData("{{ [x, y | math.plus 2] }}", "[5, 4]")]
    [InlineData("{{ -1.5 | math.abs }} {{ 1.2 | math.ceil }} {{ 1.8 | math.floor }} {{ -1.2 | math.floor }} {{ 3 | math.ceil }} {{ 1.5 | math.round }} {{ 2.5 | math.round }} {{ 1.255 | math.round 2 }} {{ 3 | math.round 1 }} {{ 15 | math.round -1 }}", "1.5 2 1 -2 3 2 2 1.25 3 14")]
    [InlineData("{{ 7 | math.modulo 4 }} {{ 7.5 | math.modulo 4 }}", "3 3.5")]
    [InlineData("{{ -7 | math.divided_by 2 }}", "-4")]
    [InlineData("{{ 9 | math.divided_by 2 | object.typeof }}", "number")]
    [InlineData("{{ 1 | math.is_number }} {{ '1' | math.is_number }} {{ 1.5 | math.is_number }} {{ n | math.is_number }} {{ true | math.is_number }}", "true false true false false")]
    [InlineData("{{ 255 | math.format 'X4' }} {{ 1234.5 | math.format 'N2' }} {{ 1234.5 | math.format 'C' 'en-US' }} {{ 1234.5 | math.format 'N2' 'de-DE' }} {{ 0.25 | math.format 'P0' }}", "00FF 1,234.50 $1,234.50 1.234,50 25 %")]
    [InlineData("{{ n | math.format 'N2' }}", "")]
    [InlineData("{{ -1 | math.format 'X' }} {{ -1 | object.format 'x' }} {{ -2 | math.format 'B' }} {{ -2147483648 | math.format 'X' }} {{ -2147483649 | math.format 'X' }} {{ -3000000000 | object.format 'X' }}", "FFFFFFFF ffffffff 11111111111111111111111111111110 80000000 FFFFFFFF7FFFFFFF FFFFFFFF4D2FA200")]
    [InlineData("{{ 7 | math.divided_by 2.5 }} {{ 7.5 | math.divided_by 2.5 }} {{ 7.9 | math.divided_by 2 }} {{ 7 | math.divided_by 0.5 }}", "2.8 3 3 14")]
    [InlineData("{{ (math.ceil n) ?? 'z' }} {{ (math.floor n) ?? 'z' }} {{ (math.round n) ?? 'z' }} {{ (math.round n 1) ?? 'z' }} {{ (math.abs n) ?? 'z' }}", "0 0 0 0 z")]
    [InlineData("{{ true | math.abs }} {{ false | math.abs }} {{ true | math.ceil }}", "true false 1")]
    [InlineData("{{ (math.divided_by n 2) ?? 'z' }} {{ (math.divided_by n 2.5) ?? 'z' }} {{ (math.divided_by 5 n) ?? 'z' }} {{ 5 | math.divided_by 4294967296 }} {{ 7 | math.divided_by true }} {{ -7.5 | math.divided_by 2 }}", "0 0 z 1.1641532182693481E-09 7 -4")]
    [InlineData("{{ (math.format n 'N2') ?? 'z' }}|{{ 7 | math.format n }}|{{ 7 | math.format '' }}", "|7|7")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Random_FollowsFromTheSeedAndTheText()
    {
        Template template = Template.Parse("{{ math.random 0 1000000 }} {{ math.random 0 1000000 }} {{ math.uuid }}").GetOrThrow();
        string first = template.Render(Models.Default, new RenderSettings { Seed = 1 });
        template.Render(Models.Default, new RenderSettings { Seed = 1 }).ShouldBe(first);
        template.Render(Models.Default, new RenderSettings { Seed = 2 }).ShouldNotBe(first);
        Template.Parse(" " + template.Source).GetOrThrow().Render(Models.Default, new RenderSettings { Seed = 1 }).ShouldNotBe(" " + first);
        string[] parts = first.Split(' ');
        parts[0].ShouldNotBe(parts[1]);
        parts[2].ShouldMatch("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    [Fact]
    public void Random_StaysWithinItsBounds() =>
        Models.Render("{{ for i in 1..200; math.random (-1) 2; ' '; end }}").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order().ShouldBe(["-1", "0", "1"]);

    [Fact]
    public void Random_WithBoundsTheWrongWayRound_Fails() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ math.random 5 4 }}")).Message.ShouldBe("(1,4): \"math.random\": \"min_value\" (5) must not be greater than \"max_value\" (4).");

    [Theory]
    [InlineData("{{ t | math.format 'N2' }}", "(1,8): \"math.format\": \"value\" must be a number, not true or false.")]
    public void Render_WhatScribanRefuses_SaysWhy(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);
}
