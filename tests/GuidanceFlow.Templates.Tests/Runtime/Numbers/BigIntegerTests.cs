using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime.Numbers;

public sealed class BigIntegerTests
{
    [Theory]
    [InlineData("{{ 99999999999999999999 }} {{ -99999999999999999999 }} {{ 1_000_000_000_000_000_000_000 }} {{ 1e20 }} {{ 12e18 }} {{ 1e400 | string.size }}", "99999999999999999999 -99999999999999999999 1000000000000000000000 100000000000000000000 12000000000000000000 401")]
    [InlineData("{{ 9223372036854775807 + 1 }} {{ 9223372036854775807 * 2 }} {{ -9223372036854775807 - 2 }} {{ -9223372036854775808 // -1 }} {{ -9223372036854775808 % -1 }} {{ -(-9223372036854775808) }}", "9223372036854775808 18446744073709551614 -9223372036854775809 9223372036854775808 0 9223372036854775808")]
    [InlineData("{{ 99999999999999999999 * 99999999999999999999 }} {{ 99999999999999999999 // 3 }} {{ 99999999999999999999 % 7 }} {{ 99999999999999999999 - 99999999999999999998 }} {{ 99999999999999999999 / 3 }}", "9999999999999999999800000000000000000001 33333333333333333333 1 1 3.3333333333333328E+19")]
    [InlineData("{{ -99999999999999999999 // 7 }} {{ -99999999999999999999 % 7 }} {{ 99999999999999999999 // -7 }} {{ 99999999999999999999 % -7 }} {{ 7 // 99999999999999999999 }} {{ 7 % 99999999999999999999 }} {{ 7 - 99999999999999999999 }} {{ 0 * 99999999999999999999 }}", "-14285714285714285714 -1 -14285714285714285714 1 0 7 -99999999999999999992 0")]
    [InlineData("{{ 99999999999999999999 + 0.5 }} {{ 99999999999999999999 + 1f }} {{ 1.5 * 99999999999999999999 }} {{ 99999999999999999999 + true }} {{ 99999999999999999999 / 0 }} [{{ 99999999999999999999 + null }}] {{ 'x' + 99999999999999999999 }}", "9.999999999999998E+19 1E+20 1.4999999999999997E+20 100000000000000000000 Infinity [] x99999999999999999999")]
    [InlineData("{{ 99999999999999999999 == 99999999999999999999 }} {{ 99999999999999999999 > 1 }} {{ 1 < 99999999999999999999 }} {{ 99999999999999999999 == 1e20 }} {{ 99999999999999999999 == 1.0e20 }} {{ 99999999999999999999 != 1 }} {{ 99999999999999999999 == true }} {{ 99999999999999999999 == '99999999999999999999' }}", "true true true false false true false true")]
    [InlineData("{{ 9223372036854775808 == 9223372036854775807 + 1 }} {{ 9223372036854775808 - 1 == 9223372036854775807 }} {{ 9223372036854775808 > 9223372036854775807 }} {{ 9223372036854775807 + 1 - 1 | object.kind }}", "true true true long")]
    [InlineData("{{ 1 << 100 }} {{ 1 << 63 }} {{ -1 << 63 }} {{ (1 << 64) >> 64 }} {{ 1 << -1 }} {{ 1 >> -3 }} {{ -1 >> 100 }} {{ 99999999999999999999 >> 3 }} {{ 99999999999999999999 << 3 }} {{ 99999999999999999999 << 1.0 }} {{ 1 << true }}", "1267650600228229401496703205376 9223372036854775808 -9223372036854775808 1 0 8 -1 12499999999999999999 799999999999999999992 1.9999999999999997E+20 2")]
    [InlineData("{{ f = 1; for i in 1..30; f = f * i; end; f }} {{ c = 9223372036854775807; c++; c }} {{ c-- }} {{ c }}", "265252859812191058636308480000000 92233720368547758079223372036854775808 9223372036854775808 9223372036854775807")]
    [InlineData("{{ 99999999999999999999 | object.kind }} {{ 99999999999999999999 | object.typeof }} {{ 99999999999999999999 | math.is_number }} {{ 99999999999999999999 / 3 | object.kind }} {{ 1f + 99999999999999999999 | object.kind }} {{ 2147483647 * 2 | object.kind }} {{ 1 << 3 | object.kind }}", "bigint number true double float long int")]
    [InlineData("{{ 99999999999999999999 | math.plus 1 }} {{ 99999999999999999999 | math.divided_by 4.0 }} {{ 10 | math.divided_by 99999999999999999999 }} {{ 99999999999999999999 | math.round }}", "100000000000000000000 2.4999999999999996E+19 1.0000000000000002E-19 9.999999999999998E+19")]
    [InlineData("{{ 99999999999999999999 | math.format 'N0' }} {{ 99999999999999999999 | math.format 'X' }} {{ 99999999999999999999 | object.format 'D30' }} {{ 99999999999999999999 | string.to_double }} [{{ '99999999999999999999' | string.to_long }}] {{ '99999999999999999999' | object.from_json }}", "99,999,999,999,999,999,999 56BC75E2D630FFFFF 000000000099999999999999999999 1E+20 [] 99999999999999999999")]
    [InlineData("{{ [99999999999999999999, 99999999999999999999] | array.uniq }} {{ [99999999999999999999, 99999999999999999998] | array.sort }} {{ [99999999999999999999] | array.contains 99999999999999999999 }} {{ [99999999999999999999] | array.contains 1m }}", "[99999999999999999999] [99999999999999999998, 99999999999999999999] true false")]
    [InlineData("{{ !99999999999999999999 }} {{ o['a'] = 99999999999999999999; o.a }} {{ x = [99999999999999999999]; x[0]++; x }}", "false 99999999999999999999 99999999999999999999[100000000000000000000]")]
    [InlineData("{{ 0xFFFFFFFFFFFFFFFFF }} {{ 0x0FFFFFFFFFFFFFFFFF }} {{ 0x1FFFFFFFFFFFFFFFFF }} {{ 0x8FFFFFFFFFFFFFFFFF }} {{ 0xFFFFFFFFFFFFFFFFu }} {{ 0x8000000000000000u }} {{ 0xFFFFFFFFFFFFFFFFFFu }} {{ 0x8000000000000000 }}", "-1 295147905179352825855 590295810358705651711 -2066035336255469780993 18446744073709551615 9223372036854775808 -1 -9223372036854775808")]
    [InlineData("{{ 0b11111111111111111111111111111111111111111111111111111111111111111 }} {{ 0b1111111111111111111111111111111111111111111111111111111111111111 }} {{ 0b1111111111111111111111111111111111111111111111111111111111111111u }}", "36893488147419103231 -1 18446744073709551615")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ 9223372036854775808 | math.abs }} {{ -9223372036854775808 | math.abs }}", "9223372036854775808 9223372036854775808")]
    [InlineData("{{ x = -9223372036854775807 - 1; -x }} {{ +x }}", "9223372036854775808 -9223372036854775808")]
    [InlineData("{{ 99999999999999999999 | object.to_json }} {{ 99999999999999999999 + 1m }}", "99999999999999999999 100000000000000000000")]
    [InlineData("{{ '99999999999999999999' | object.from_json | object.kind }}", "bigint")]
    [InlineData("{{ [99999999999999999999, 1, 2.5] | array.sort }}", "[1, 2.5, 99999999999999999999]")]
    public void Render_WhereScribanHasNoAnswer_GivesTheNumber(string template, string expected) => Models.Render(template).ShouldBe(expected);

    [Fact]
    public void Arithmetic_OfAnyWholeNumbers_IsThatOfBigIntegers()
    {
        Gen<BigInteger> small = Gen.Choose(-100, 100).Select(number => (BigInteger)number);
        Gen<BigInteger> edges = from edge in Gen.Elements(BigInteger.Zero, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, ulong.MaxValue)
                                from distance in Gen.Choose(-2, 2)
                                select edge + distance;
        Gen<BigInteger> any = Gen.Choose(0, 255).ArrayOf().Select(bytes => new BigInteger(Array.ConvertAll(bytes, one => (byte)one)));
        Gen<BigInteger> numbers = Gen.OneOf(small, edges, any);
        Gen<(BigInteger Left, string Sign, BigInteger Right)> sums = from left in numbers
                                                                     from sign in Gen.Elements("+", "-", "*", "//", "%", "<", "==")
                                                                     from right in numbers
                                                                     where !(right.IsZero && sign is "//" or "%")
                                                                     select (left, sign, right);
        Prop.ForAll(sums.ToArbitrary(), sum =>
        {
            string expected = sum.Sign switch
            {
                "+" => Written(sum.Left + sum.Right),
                "-" => Written(sum.Left - sum.Right),
                "*" => Written(sum.Left * sum.Right),
                "//" => Written(sum.Left / sum.Right),
                "%" => Written(sum.Left % sum.Right),
                "<" => sum.Left < sum.Right ? "true" : "false",
                _ => sum.Left == sum.Right ? "true" : "false",
            };
            return Models.Render($"{{{{ {Written(sum.Left)} {sum.Sign} {Written(sum.Right)} }}}}") == expected
                && Models.Render($"{{{{ a = {Written(sum.Left)}; b = {Written(sum.Right)}; a {sum.Sign} b }}}}") == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));
    }

    [Theory]
    [InlineData("{{ 1 << 100000 }}", "(1,6): The result of \"<<\" has more than 4096 bits, the most a whole number can have.")]
    [InlineData("{{ 1 << 99999999999999999999 }}", "(1,6): The result of \"<<\" has more than 4096 bits, the most a whole number can have.")]
    [InlineData("{{ 1 >> -9223372036854775808 }}", "(1,6): The result of \">>\" has more than 4096 bits, the most a whole number can have.")]
    [InlineData("{{ 1e1233 * 100 }}", "(1,11): The result of \"*\" has more than 4096 bits, the most a whole number can have.")]
    [InlineData("{{ a = 3; for i in 1..20; a = a * a; end }}", "(1,33): The result of \"*\" has more than 4096 bits, the most a whole number can have.")]
    [InlineData("{{ a = (1 << 4095) - 1; a = a + a + 2; }}", "(1,35): The result of \"+\" has more than 4096 bits, the most a whole number can have.")]
    [InlineData("{{ a = 1 << 4000; for i in 1..90000; b = a // 7 * 7; end }}", "(1,44): The template takes more than 2000000 operations, the limit of RenderSettings.MaxOperations.")]
    public void Render_NumberWithoutEnd_FailsAndNamesTheLimit(string template, string failure)
    {
        TemplateDiagnostic diagnostic = Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Diagnostic;
        diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
        diagnostic.ToString().ShouldBe(failure);
    }

    [Theory]
    [InlineData("{{ 99999999999999999999 // 0 }}", "(1,25): \"//\" divides by zero.")]
    [InlineData("{{ 99999999999999999999 % 0 }}", "(1,25): \"%\" divides by zero.")]
    [InlineData("{{ l[99999999999999999999] }}", "(1,5): The index must be a number, not a whole number beyond 64 bits.")]
    [InlineData("{{ 'abc' * 99999999999999999999 }}", "(1,10): \"*\" cannot take a text and a whole number beyond 64 bits.")]
    public void Render_WhatLargeNumbersCannotDo_Fails(string template, string failure) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(failure);

    [Fact]
    public void Evaluate_LargeNumber_GivesTheHostADoubleWhereNoIntegerIsPromised()
    {
        var scope = new TestScope();
        scope.Add("any", StaticType.Any).Add("whole", StaticType.Integer);
        var values = new SlotValues(Value.From(long.MaxValue), Value.From(long.MaxValue));
        var options = new TemplateOptions { Scope = scope };
        Expression.Parse("any * 2 + 2", options).GetOrThrow().Evaluate(values).ShouldBe(Value.From(Math.Pow(2, 64)));
        Expression.Parse("99999999999999999999").GetOrThrow().Evaluate(Models.Default).ShouldBe(Value.From(1e20));
        Expression.Parse("any * 2 // 2", options).GetOrThrow().Evaluate(values).ShouldBe(Value.From(long.MaxValue));
        foreach (string expression in new[] { "whole + 1", "[[whole, whole + 1]]" })
        {
            Should.Throw<TemplateRuntimeException>(() => Expression.Parse(expression, options).GetOrThrow().Evaluate(values)).Message
                .ShouldBe("(1,1): This must be a whole number of 64 bits, and is larger.");
        }
    }

    [Fact]
    public void Evaluate_ListThatStandsInItselfManyTimes_FailsInsteadOfHanging() =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse("{{ a = 1m; for i in 1..100; a = [a, a]; end; take a }}", new TemplateOptions { Functions = TemplateFunctions.None.With("take", (Value value) => 1, "value") })
            .GetOrThrow().Render(Models.Default)).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);

    private static string Written(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
