using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("{{ 1.0 }}", "1")]
    [InlineData("{{ 2.50 }}", "2.5")]
    [InlineData("{{ 1e3 }}", "1000")]
    [InlineData("{{ 9223372036854775807 }}", "9223372036854775807")]
    [InlineData("{{ true }}", "true")]
    [InlineData("{{ unknown }}", "")]
    [InlineData("{{ l }}", "[1, 2, 3]")]
    [InlineData("{{ o }}", "{a: 1, b: \"t\", c: [1, \"x\"]}")]
    [InlineData("{{ e }}", "[]")]
    [InlineData("{{ eo }}", "{}")]
    [InlineData("{{ [1,2.0,'a',null,true,[1],{a:'x'}] }}", "[1, 2, \"a\", null, true, [1], {a: \"x\"}]")]
    [InlineData("{{ {a:1, 'b c':\"x\"} }}", "{a: 1, \"b c\": \"x\"}")]
    [InlineData("{{ ['a\"b'] }}", "[\"a\\\"b\"]")]
    [InlineData("{{ ['a\\nb'] }}", "[\"a\\nb\"]")]
    [InlineData("{{ ['\\0\\x01\\x07\\x1f\\v'] }} {{ {\"a\\x1b\": 1} }}", "[\"\\x00\\x01\\a\\x1f\\v\"] {\"a\\x1b\": 1}")]
    [InlineData("{{ 'a\\nb\\tc\\u0041\\x41\\\\ \\' \\\"' }}", "a\nb\tcAA\\ ' \"")]
    [InlineData("{{ `a\\nb''` }}", "a\\nb''")]
    [InlineData("{{ `a``b` }}", "a`b")]
    [InlineData("{{ 1;2 }}", "12")]
    [InlineData("{{ 1\n2 }}", "12")]
    [InlineData("{{ (x) }}", "5")]
    [InlineData("{{ x # c }}", "5")]
    [InlineData("{{ # c\nx }}", "5")]
    [InlineData("{{ x ## c ## }}", "5")]
    [InlineData("{{ ## c }} ## }}", " ## }}")]
    [InlineData("{{ x ## c }}", "5")]
    [InlineData("{{ 'a}}b' }}", "a}}b")]
    [InlineData("{{ {a:1} }}", "{a: 1}")]
    [InlineData("{{ $x }}", "")]
    [InlineData("{{ $ }}", "")]
    [InlineData("{{ é }}", "")]
    [InlineData("{{ 'abc'[1] }}", "b")]
    [InlineData("{{ [1,] }}", "[1]")]
    [InlineData("{{ {a:1,} }}", "{a: 1}")]
    [InlineData("{{ [1\n,2\n] }}", "[1, 2]")]
    [InlineData("{{ [\n1,\n2] }}", "[1, 2]")]
    [InlineData("{{ {\na:1,\nb:2\n} }}", "{a: 1, b: 2}")]
    [InlineData("{{ o . a }}", "1")]
    [InlineData("{{ o .a }}", "1")]
    [InlineData("{{ empty }}", "")]
    [InlineData("{{ x ; ; y }}", "52")]
    [InlineData("{{ 0x1F }}", "31")]
    [InlineData("{{ 0b101 }}", "5")]
    [InlineData("{{ 1_000 }}", "1000")]
    [InlineData("{{ 1_ }} {{ 1__0 }}", "1 10")]
    [InlineData("{{ 1. }}|{{ (1.) }}|{{ [1.,2.] }}|{{ 1.+2 }}|{{ 3./2 }}|{{ 4. // 3 }}|{{ 1.|math.round }}", "1|1|[1, 2]|3|1.5|1|1")]
    [InlineData("{{ 1.e3 }} {{ 5.e+1 }} {{ 1.f }} {{ 1.d }}", "1000 50 1 1")]
    [InlineData("{{ 0x7FFFFFFF }} {{ 0xFFFFFFFF }} {{ 0x0FFFFFFFF }} {{ 0x1FFFFFFFF }} {{ 0x80000000 }}", "2147483647 -1 -1 8589934591 -2147483648")]
    [InlineData("{{ 0x80000000u }} {{ 0xFFFFFFFFu }} {{ 0x10U }} {{ 0xFF_u }} {{ 0x7fffffffffffffffu }}", "2147483648 4294967295 16 255 9223372036854775807")]
    [InlineData("{{ 0xFFFFFFFFFFFFFFFF }} {{ 0x_FF }} {{ 0xA_0 }} {{ 0xFF_ }}", "-1 255 160 255")]
    [InlineData("{{ 0b10000000000000000000000000000000 }} {{ 0b11111111111111111111111111111111u }} {{ 0b110000000000000000000000000000000 }}", "-2147483648 4294967295 6442450944")]
    [InlineData("{{ 0b1.1 }} {{ 0b101.011 }} {{ 0b0.1d }} {{ 0b1.1u }} {{ 0b1_0.0_1 }} {{ 0b1_.1 }} {{ 0b1.1f | object.kind }} {{ 0b1.1 | object.kind }} {{ 0b1..0b11 }}", "1.5 5.375 0.5 1.5 2.25 1.5 float double [1, 2, 3]")]
    [InlineData("{{ 1.5d }} {{ 1e3d }} {{ 1e400d }} {{ 1.M }} {{ 1.D }} {{ 1.F }} {{ 1.e2m }} {{ 1.e2f }} {{ 1e-2d }} {{ 100e-1 }} {{ 100e-1 | object.kind }}", "1.5 1000 Infinity 1 1 1 100 100 0.01 10 int")]
    [InlineData("{{ 5e0 }} {{ 5E+2 }} {{ 0e5 }} {{ 0e99999 }} {{ 00012 }} {{ 000000000000000000000000000001 }} {{ 123456789012345678 }} {{ 1234567890123456789 }} {{ 1..3 }}", "5 500 0 0 12 1 123456789012345678 1234567890123456789 [1, 2, 3]")]
    [InlineData("{{ 1.5e3 }}", "1500")]
    [InlineData("{{ 1.5f }}", "1.5")]
    [InlineData("{{ 1.0d }}", "1")]
    [InlineData("{{ 1e15 }} {{ 1e16 }} {{ 1.5e-7 }} {{ 123456789012345678.0 }}", "1000000000000000 10000000000000000 1.5E-07 1.2345678901234568E+17")]
    [InlineData("{{ 'x'[0] }}", "x")]
    [InlineData("{{ x;y }}", "52")]
    [InlineData("{{ x\n\ny }}", "52")]
    [InlineData("{{ x\n# c\ny }}", "52")]
    [InlineData("{{ x;\ny }}", "52")]
    [InlineData("{{ \"a\nb\" }}", "a\nb")]
    [InlineData("{{ in }}", "")]
    [InlineData("{{ then }}", "")]
    [InlineData("{{ 'a\\\nb' }}", "ab")]
    [InlineData("{{ '\\u00e9\\xe9' }}", "éé")]
    [InlineData("{{ '\\ud83d\\ude00' }}", "😀")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ 0XFF }}", "(1,4): A number of this kind starts with \"0x\", in a small letter.")]
    [InlineData("{{ 1 + 0B1.1 }}", "(1,8): A number of this kind starts with \"0b\", in a small letter.")]
    public void Parse_NumberOfBitsWithACapitalLetter_SaysHowItStarts(string template, string problem)
    {
        TemplateDiagnostic found = Template.Parse(template).Diagnostics.ShouldHaveSingleItem();
        found.ToString().ShouldBe(problem);
        found.Span.Length.ShouldBe(2);
    }
}
