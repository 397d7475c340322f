using System.Globalization;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime.Numbers;

public sealed class FloatTests
{
    [Theory]
    [InlineData("{{ 1.5f }} {{ 1F }} {{ 1.f }} {{ 1e3f }} {{ 1e-3f }} {{ 1e10f }} {{ 16777217f }} {{ 1e99f }} {{ -1.1f }} {{ 0.00001f }} {{ 100000000f }}", "1.5 1 1 1000 0.001 1E+10 16777216 Infinity -1.1 1E-05 100000000")]
    [InlineData("{{ 1f / 3 }} {{ 1.1f + 1 }} {{ 0.1f + 0.2f }} {{ 1.1f * 3 }} {{ 5.5f % 2 }} {{ 1f - 0.9f }} {{ 3.4e38f * 10 }}", "0.33333334 2.1 0.3 3.3000002 1.5 0.100000024 Infinity")]
    [InlineData("{{ 5f // 2 }} {{ -5f // 2 }} {{ 2.5f // 1 }} {{ 1f // 0 }} {{ 1e30f // 1 }}", "2 -2 2 2.1474836E+09 2.1474836E+09")]
    [InlineData("{{ 1.1f + 1.0 }} {{ 0.1f + 0.2 }} {{ 0.1f + 0.2m }} {{ 1.1f + 9999999999 }} {{ true + 1f }} {{ 1f + true }} {{ 'a' + 1.1f }}", "2.100000023841858 0.30000000149011613 0.3 1E+10 2 2 a1.1")]
    [InlineData("{{ 1f/0 }} {{ 0f/0 }} {{ -1f/0 }} {{ 0f/0 == 0f/0 }} {{ 0f/0 != 1 }} {{ 0f/0 < 1 }}", "Infinity NaN -Infinity false true false")]
    [InlineData("{{ 1.1f == 1.1 }} {{ 1.5f == 1.5 }} {{ 0.1f == 0.1m }} {{ 1f == 1 }} {{ 1f == true }} {{ 1.5f < 2 }} {{ 1.5f >= 1.5 }}", "false true true true true true true")]
    [InlineData("{{ 1.5f << 1 }} {{ 3f >> 1 }} {{ 5 << 2f }} {{ 1f << 0.5 }}", "3 1.5 20 1.4142135623730951")]
    [InlineData("{{ 1.5f | object.kind }} {{ 1 + 1.5f | object.kind }} {{ 1.5 + 1.5f | object.kind }} {{ 5f // 2 | object.kind }} {{ 1.5f | object.typeof }} {{ 1.5f | math.is_number }}", "float float double float number true")]
    [InlineData("{{ -1.5f | math.abs }} {{ 1.1f | math.round 3 }} {{ 1.1f | math.plus 1 }} {{ 7f | math.modulo 4 }} {{ 7.5f | math.divided_by 2 }} {{ 7 | math.divided_by 2f }}", "1.5 1.1 2.1 3 3 3.5")]
    [InlineData("{{ 1234.5f | math.format 'N2' }} {{ 0.1f | object.format 'F10' }} {{ 0.1f | object.to_json }} {{ [1m, 1.1f] | object.to_json }}", "1,234.50 0.1000000015 0.1 [1,1.1]")]
    [InlineData("{{ '12.3' | string.to_float }} {{ '0.1' | string.to_float | object.kind }} {{ ('0.1' | string.to_float) + 0.2 }} {{ '1,234.5' | string.to_float }} {{ '1e39' | string.to_float }} [{{ 'x' | string.to_float }}]", "12.3 float 0.30000000149011613 1234.5 Infinity []")]
    [InlineData("{{ [1.1f, 1.1f] | array.uniq }} {{ [0f/0, 0f/0] | array.uniq }} {{ [3f, 1f] | array.sort }} {{ [1f] | array.contains 1 }} {{ [1.5f] | array.contains 1.5f }}", "[1.1] [NaN] [1, 3] false true")]
    [InlineData("{{ l[0.4f] }} {{ 2.5f * 'abc' }} {{ b = 1.5f; ++b }} {{ if 0f }}yes{{ end }} {{ [1.1f] }}", "1 abcabc 2.5 yes [1.1]")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_InACulture_HasItsSigns() =>
        Template.Parse("{{ 1.1f }} {{ 1.5e20f }} {{ '1.234,5' | string.to_float }}").GetOrThrow()
            .Render(Models.Default, new RenderSettings { Culture = CultureInfo.GetCultureInfo("de-DE") })
            .ShouldBe("1,1 1,5E+20 1234,5");

    [Fact]
    public void Render_InfiniteFloatAsJson_Fails() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ 1f/0 | object.to_json }}")).Message
            .ShouldBe("(1,11): \"object.to_json\": JSON has no infinite numbers and none that is not a number.");

    [Fact]
    public void Evaluate_Float_GivesTheHostADouble() => Expression.Parse("1.1f").GetOrThrow().Evaluate(Models.Default).ShouldBe(Value.From((double)1.1f));
}
