using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("{{ func f(a); x = a; end; f 6; x }}", "6")]
    [InlineData("{{ func g(b); for.index; end; func f(a); for i in [7,8]; g a; end; end; for k in 1..3; f 1; end }}", "001122")]
    [InlineData("{{ func f(a, b, c); ret [a, b, c]; end; f b:2 a:1 3 }}", "[1, 2, 3]")]
    [InlineData("{{ func f; while true; ret 'x'; end; end; f; 1 }}", "x1")]
    [InlineData("{{ func f }}a\nb{{ end }}\n  {{ f }}\nz", "\n  a\n  b\nz")]
    [InlineData("{{ func g; a = 3; end; func f(a); g; a; end; f 1; a }}", "13")]
    [InlineData("{{ func g; for i in 1..2; i; end; end; func f(a); g; end; f 1 }}", "12")]
    [InlineData("{{ func double; ret $0 * 2; end; double 4 }}", "8")]
    [InlineData("{{ func double; ret $0 * 2; end; 4 | double; double(5); double (5) + 1 }}", "81012")]
    [InlineData("{{ func note }}text {{ $0 }}{{ end }}{{ note 1 }};{{ note 2 }}", "text 1;text 2")]
    [InlineData("{{ func note; \"out\"; end; k = note; \"after\"; k }}", "outafter")]
    [InlineData("{{ func note; \"out\"; ret 7; end; k = note; \"after\"; k }}", "outafter7")]
    [InlineData("{{ func set; k = 5; $mine = 6; end; set; k; $mine }}", "5")]
    [InlineData("{{ func next(a); a = a + 1; b = 3; ret a; end; next 1; b; a }}", "2")]
    [InlineData("{{ b = 1; func set(a); b = 3; ret a; end; set 1; b }}", "13")]
    [InlineData("{{ func show; k; end; for k in [1,2]; show; end }}", "12")]
    [InlineData("{{ func show(a); a; k; end; for k in [1,2]; show 7; end }}", "7172")]
    [InlineData("{{ func f; for.changed; end; for i in [1,1,2]; f; end }}", "truefalsetrue")]
    [InlineData("{{ func place; for.index; end; for k in [1,2]; place; end }}", "01")]
    [InlineData("{{ func f; end; for $k in [1,2]; end; $k }}|{{ for $k in [1,2]; for $k in [5]; end; $k; end }}", "|12")]
    [InlineData("{{ func place; for.index; $k; end; for $k in [1,2]; place; end }}", "01")]
    [InlineData("{{ func place(x); for.index; end; for $k in [1,2]; place 1; for i in [3]; place 2; end; place 3; end }}", "000101")]
    [InlineData("{{ func place; for.index; end; for i in [1,2]; for $k in [3,4,5]; end; place; end }}", "01")]
    [InlineData("{{ func rest; ret; end; k = rest; k == null }}", "true")]
    [InlineData("{{ func find; for i in 1..5; if i == 3; ret i; end; end; end; find }}", "3")]
    [InlineData("{{ func a; ret 1; end; func b; ret a + 1; end; b }}", "2")]
    [InlineData("{{ func a; func c; ret 5; end; ret c; end; a; c }}", "55")]
    [InlineData("{{ func all; ret $; end; all 1 2 b:3 }}", "[1, 2]")]
    [InlineData("{{ func last; ret $[-1]; end; last 1 2 }}", "2")]
    [InlineData("{{ func count; ret $.size; end; count 1 2 }}", "2")]
    [InlineData("{{ func named; ret $.a; end; named a:3 }}", "3")]
    [InlineData("{{ func three; ret 3; end; three + 1; [three, three]; {a: three}; (three) * 2; three > 2; three ? \"y\" : \"n\" }}", "4[3, 3]{a: 3}6truey")]
    [InlineData("{{ func three; ret 3; end; if three == 3; \"yes\"; end; $\"{three}\" }}", "yes3")]
    [InlineData("{{ func f; if $0 <= 1; ret 1; end; ret $0 * (f ($0 - 1)); end; f 5 }}", "120")]
    [InlineData("{{ func fib(n); if n < 2; ret n; end; ret (fib n - 1) + (fib n - 2); end; fib 10 }}", "55")]
    [InlineData("{{ $a = 1; func f; $a; end; f; $a }}", "1")]
    [InlineData("{{ k = [1,2]; func f(list); list[0] = 9; end; f k; k }}", "[9, 2]")]
    [InlineData("{{ func string; ret 3; end; string }}", "3")]
    [InlineData("x{{ func f }}\n line\n{{ end }}y{{ f }}z", "xy\n line\nz")]
    [InlineData("{{ func f(a,a); ret a; end; f 1 2 }}", "2")]
    [InlineData("{{ func f(a); end; k = f 1; k == null }}", "true")]
    [InlineData("{{ for i in 1..3; func f; ret i; end; end; f }}", "")]
    [InlineData("  {{ func f; ml; end }}\n{{ f }}|", "  \na\nb\nc|")]
    [InlineData("  {{ func f; ml; end; f }}|", "  a\n  b\n  c|")]
    [InlineData("  {{ func f; for i in [1,2]; ml; end; end; f }}|", "  a\n  b\n  ca\n  b\n  c|")]
    [InlineData("  {{ func f; ml; ret ml; end; f }}|", "  a\n  b\n  ca\n  b\n  c|")]
    [InlineData("  {{ (do; ml; end) }}|", "  a\n  b\n  c|")]
    [InlineData("{{ func f; $0 = 5; $0; $; end; f 1 2 }}", "5[5, 2]")]
    [InlineData("{{ func f; $0 = $0 ?? \"def\"; $0; end; f; f \"x\" }}", "defx")]
    [InlineData("{{ func f; $0 += 5; $0; end; f 1 }}", "6")]
    [InlineData("{{ func f; $0++; $0; end; f 1 }}", "12")]
    [InlineData("{{ func f; $3 = 5; $; end; f 1 2 }}", "[1, 2, null, 5]")]
    [InlineData("{{ func f; $00 = 5; $; end; f 1 2 }}", "[5, 2]")]
    [InlineData("{{ func f(a,b); $1 = 5; a; b; $1; $; end; f 1 2 }}", "125[1, 5]")]
    [InlineData("{{ func f; $1a = 5; $; $1a; end; f 1 }}", "[1]5")]
    [InlineData("{{ func f; $99999999999 = 5; $; end; f 1 }}", "[1]")]
    [InlineData("{{ func f; $0 = [1]; $0[0] = 7; $0; end; f }}", "[7]")]
    [InlineData("{{ func f; capture $0; \"x\"; end; $0; end; f 1 }}", "x")]
    [InlineData("{{ if false; $0; end }}{{ $ }}{{ $x }}", "")]
    [InlineData("{{ func f; object.eval \"$0\"; end; f 3 }}", "3")]
    [InlineData("{{ func g; \"1\n2\"; end; func f }}<{{ g }}>{{ end }}\n  {{ f }}", "\n  <1\n2>")]
    [InlineData("  {{ func f; }}1\n2{{ end; f }}", "  1\n  2")]
    [InlineData("  {{ func f; capture k; \"1\n2\"; end; k; end; f }}", "  1\n    2")]
    [InlineData("  {{ func f }}{{ ret \"1\n2\" }}{{ end; f }}", "  1\n  2")]
    [InlineData("  {{ func f; case 1; when 1 }}1\n2{{ end; end; f }}", "  1\n  2")]
    [InlineData("{{ func g }}a\nb\n{{ end }}\n  {{ k = g }}|{{ k }}", "\n  a\n  b\n|")]
    [InlineData("{{ func g }}a\nb\n{{ ret 1; end }}\n  {{ if g }}|{{ end }}", "\n  a\n  b\n  |")]
    [InlineData("{{ func g }}a\nb\n{{ ret [1]; end }}\n  {{ for i in g }}|{{ end }}", "\n  a\n  b\n  |")]
    [InlineData("{{ func g }}a\nb\n{{ ret 1; end }}\n  {{ case g; when 1; 2; end }}", "\n  a\n  b\n  2")]
    [InlineData("{{ func g }}a\nb\n{{ ret 1; end }}\n  {{ while g; break; end }}", "\n  a\n  b\n")]
    [InlineData("{{ func g }}a\nb\n{{ ret 1; end }}\n  {{ with {a:g}; a; end }}", "\n  a\n  b\n  1")]
    [InlineData("{{ func g }}a\nb\n{{ ret 1; end }}\n  {{ k = 1; k += g }}", "\n  a\n  b\n")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_OperatorBehindANamedArgument_TakesWhatTheCallGives() => Models.Render("{{ func f(a); ret a + 1; end; f a:1 * 3 }}").ShouldBe("6");

    [Theory]
    [InlineData("{{ $0 }}")]
    [InlineData("{{ $0 ?? 3 }}")]
    [InlineData("{{ $0 = 5 }}")]
    [InlineData("{{ with {}; $0; end }}")]
    [InlineData("{{ func f; with {}; $0; end; end; f 1 }}")]
    public void Render_AnArgumentWhereNothingIsCalled_Fails(string template) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldContain("\"$0\" is an argument, and there is none here");

    [Fact]
    public void Parse_AnArgumentOutsideOfFunctionsOfAScope_IsReported() =>
        Models.Diagnose("{{ $0 }}{{ func f; $0; end; wrap f 1 }}{{ $0 }}{{ end }}", new TestScope()).ShouldBe("(1,4): \"$0\" is an argument, and there is none here: a function, a partial or a block it wraps has them, but not what \"with\" opens inside. Assign a name of your own.");

    [Fact]
    public void Parse_AReadOnlyArgument_IsReported() => Models.Diagnose("{{ func f; readonly $0; end }}").ShouldBe("(1,21): \"readonly\" needs the name of a variable.");
}
