using System.Globalization;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime.Numbers;

public sealed class DecimalTests
{
    [Theory]
    [InlineData("{{ 1.5m }} {{ 2M }} {{ 1.50m }} {{ 1.m }} {{ 1e3m }} {{ 1e-3m }} {{ 1.5e2m }} {{ -1.5m }} {{ +1.5m }} {{ 0.0000001m }}", "1.5 2 1.50 1 1000 0.001 150 -1.5 1.5 0.0000001")]
    [InlineData("{{ 1m/3 }} {{ 1.50m + 1 }} {{ 1.50m * 2 }} {{ 1.10m - 0.10m }} {{ 10m / 4 }} {{ 7.5m % 2 }} {{ 1.5m % -1 }} {{ 0.1m + 0.2m }}", "0.3333333333333333333333333333 2.50 3.00 1.00 2.5 1.5 0.5 0.3")]
    [InlineData("{{ 3m // 2 }} {{ 5m // 2 }} {{ -7m // 2 }} {{ 1.5m // 0.4 }}", "2 2 -4 4")]
    [InlineData("{{ 1.5m + 1.1 }} {{ 1.1 + 1.5m }} {{ 1.5m + 1.1f }} {{ 1f/3 + 1m }} {{ true + 1m }} {{ 1m + true }} {{ 1m - 0.1 }} [{{ 1m + null }}]", "2.6 2.6 2.6 1.3333333 2 2 0.9 []")]
    [InlineData("{{ 1m == 1 }} {{ 1 == 1m }} {{ 1.0m == 1.00m }} {{ 0.1 + 0.2 == 0.3m }} {{ 1m != 1f }} {{ true == 1m }} {{ 1m == null }} {{ 1.50m == '1.5' }} {{ '1.50' == 1.50m }}", "true true true true false true false false true")]
    [InlineData("{{ 1m < 2 }} {{ 1.5m > 1.4 }} {{ 1m >= 1 }} {{ 1m <= 0.5f }} {{ 1m < null }} {{ 1.5m < '1.6' }}", "true true true false false true")]
    [InlineData("{{ 1m << 2 }} {{ 5m >> 1 }} {{ 1 << 2m }} {{ 1m << -1 }} {{ 1.5 << 1m }} {{ 1m >> 10 }} [{{ null << 1m }}]", "4 2.5 4 0.5 3.0 0.0009765625 []")]
    [InlineData("{{ if 0m }}yes{{ end }} {{ !0m }} {{ 0m ? 1 : 2 }} {{ 1.50m ?? 2 }} {{ 1m && 2m }}", "yes false 1 1.50 true")]
    [InlineData("{{ a = 1.5m; a++; a }} {{ d = 1.5m; d += 1.25; d }} {{ g = 1m; g /= 3; g }} {{ a = 7m; a //= 2; a }}", "1.52.5 2.75 0.3333333333333333333333333333 4")]
    [InlineData("{{ [1.50m, {a: 1.50m}] }} {{ 'a' + 1.50m }} {{ $\"{1.50m}\" }} {{ [1m, 2.0m] | array.join '-' }} {{ 1.50m | string.size }}", "[1.50, {a: 1.50}] a1.50 1.50 1-2.0 4")]
    [InlineData("{{ case 1m; when 1; 'one'; else; 'other'; end }} {{ case 1; when 1m; 'one'; end }}", "one one")]
    [InlineData("{{ l[1m] }} {{ l[2.5m] }} {{ 'abc' * 2m }} {{ l * 2m }} {{ for i in l limit: 2m }}{{ i }}{{ end }} {{ 'hello' | string.truncate 4m }}", "2 3 abcabc [1, 2, 3, 1, 2, 3] 12 h...")]
    [InlineData("{{ o.a = 1.50m; o.a }} {{ o[1.50m] = 3; o['1.50'] }} {{ func twice(a); ret a * 2; end; twice 1.5m }}", "1.50 3 3.0")]
    [InlineData("{{ 1.5m | object.kind }} {{ 1 + 1m | object.kind }} {{ 1.0 + 1m | object.kind }} {{ 5m // 2 | object.kind }} {{ 1.5m | object.typeof }} {{ 1.5m | math.is_number }}", "decimal decimal decimal decimal number true")]
    [InlineData("{{ -1.50m | math.abs }} {{ 1.5m | math.ceil }} {{ 1.255m | math.round 2 }} {{ 2.5m | math.round | object.kind }}", "1.50 2 1.25 double")]
    [InlineData("{{ 10m | math.divided_by 4 }} {{ 10 | math.divided_by 4m }} {{ 10 | math.divided_by 3m }} {{ 1.1f | math.divided_by 1m }}", "2 2.5 3.3333333333333333333333333333 1.10000002384186")]
    [InlineData("{{ 1.50m | math.times 2 }} {{ 1.5m | math.plus 1 }} {{ 1.5m | math.minus 1 }} {{ 7.5m | math.modulo 2 }}", "3.00 2.5 0.5 1.5")]
    [InlineData("{{ 1234.5m | math.format 'N2' }} {{ 0.1m | object.format 'P0' }} {{ 1.50m | object.to_json }} {{ 1e-7m | object.to_json }} {{ '1.50m + 1' | object.eval }} {{ 1.50m | object.eval }}", "1,234.50 10 % 1.50 0.0000001 2.50 1.50")]
    [InlineData("{{ [1, 1m, 1.0, 1f] | array.uniq }} {{ [1.50m, 1.5m] | array.uniq }} {{ [3m, 1m, 2m] | array.sort }} {{ [1.5m, 2] | array.contains 1.5m }} {{ [1m] | array.contains 1.0 }} {{ [@string.upcase] | array.contains 1m }}", "[1, 1, 1, 1] [1.50] [1, 2, 3] true false false")]
    [InlineData("{{ '1.50' | object.from_json }} {{ '[-0.50, 1e3]' | object.from_json }} {{ '0.1' | object.from_json | object.kind }} {{ '0.1234567890123456789012345678901' | object.from_json }}", "1.50 [-0.50, 1000] decimal 0.1234567890123456789012345679")]
    [InlineData("{{ [3m, 1m] == [3, 1] }} {{ [1m] < [2] }} {{ 1.5m | timespan.from_days }}", "true true 1.12:00:00")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_InACulture_HasItsSigns() =>
        Template.Parse("{{ 1.50m }} {{ [1.5m] }} {{ 1234.5m | math.format 'N2' }} {{ 1.5m + 'x' }} {{ 0.5m | object.to_json }}").GetOrThrow()
            .Render(Models.Default, new RenderSettings { Culture = CultureInfo.GetCultureInfo("de-DE") })
            .ShouldBe("1,50 [1,5] 1.234,50 1,5x 0.5");

    [Theory]
    [InlineData("{{ 1m / 0 }}", "(1,7): \"/\" divides by zero.")]
    [InlineData("{{ 1m // 0 }}", "(1,7): \"//\" divides by zero.")]
    [InlineData("{{ 1m % 0 }}", "(1,7): \"%\" divides by zero.")]
    [InlineData("{{ 79228162514264337593543950335m + 1 }}", "(1,35): The numbers of \"+\" or their result do not fit a decimal number of 28 digits; leave out the \"m\".")]
    [InlineData("{{ 1m < 1e30d }}", "(1,7): The numbers of \"<\" or their result do not fit a decimal number of 28 digits; leave out the \"m\".")]
    [InlineData("{{ 1m << 100 }}", "(1,7): The numbers of \"<<\" or their result do not fit a decimal number of 28 digits; leave out the \"m\".")]
    [InlineData("{{ 1m + x }}", "(1,7): \"+\" cannot take a number and an object.")]
    [InlineData("{{ x == 1m }}", "(1,6): \"==\" cannot take an object and a number.")]
    [InlineData("{{ 1m != @string.upcase }}", "(1,7): \"!=\" cannot take a number and a function.")]
    [InlineData("{{ 1.5m | math.format 'D3' }}", "(1,11): \"math.format\": \"D3\" is no format of a number; \"N2\" is one.")]
    public void Render_WhatDecimalsCannotDo_Fails(string template, string failure)
    {
        var model = new Dictionary<string, Value> { ["x"] = Value.From(ValueObject.Empty) };
        Should.Throw<TemplateRuntimeException>(() => Template.Parse(template).GetOrThrow().Render(model)).Message.ShouldBe(failure);
    }

    [Fact]
    public void Evaluate_Decimal_GivesTheHostADouble()
    {
        Expression.Parse("1.10m + 1").GetOrThrow().Evaluate(Models.Default).ShouldBe(Value.From(2.1));
        Expression.Parse("[1.5m, {a: 2m}]").GetOrThrow().Evaluate(Models.Default)
            .ShouldBe(Value.From(ValueList.Create([Value.From(1.5), Value.From(ValueObject.Create([KeyValuePair.Create("a", Value.From(2.0))]))])));
    }

    [Fact]
    public void Call_OfAHostsFunction_HandsADecimalOver()
    {
        TemplateFunctions functions = TemplateFunctions.None
            .With("add_tenth", (decimal amount) => amount + 0.10m, "amount")
            .With("twice", (double number) => number * 2, "number")
            .With("whole", (long number) => number, "number")
            .With("kind", (Value value) => value.Kind.ToString(), "value")
            .With("kinds", (ValueList list) => string.Join(' ', list.AsSpan().ToArray().Select(item => item.Kind)), "list");
        Template.Parse("{{ add_tenth 1.10m }} {{ twice 1.5m }} {{ whole 2.5m }} {{ kind 1m }} {{ kinds [1m, 1f, 99999999999999999999, 1] }}", new TemplateOptions { Functions = functions }).GetOrThrow()
            .Render(Models.Default).ShouldBe("1.20 3 2 Number Number Number Number Integer");
    }
}
