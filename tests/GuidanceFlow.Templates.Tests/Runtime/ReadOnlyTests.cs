using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ReadOnlyTests
{
    [Theory]
    [InlineData("{{ k = 1; readonly k; k }}", "1")]
    [InlineData("{{ readonly o; o.a = 3; o.a }}", "3")]
    [InlineData("{{ k = 5; readonly k; m = {}; with m; k = 6; end; k; m.k }}", "56")]
    [InlineData("{{ readonly k; k = 2; k }}", "2")]
    [InlineData("{{ readonly $k; $k = 2; $k }}", "2")]
    [InlineData("{{ m = {}; with m; readonly q; q = 1; end; m }}", "{q: 1}")]
    [InlineData("{{ k = 1; m = {}; with m; readonly k; k = 2; end; k = 3; k; m }}", "3{k: 2}")]
    [InlineData("{{ func f(a); readonly k; k = 2; ret k; end; f 1; k }}", "2")]
    [InlineData("{{ k = [1]; readonly k; k[0] = 2; k }}", "[2]")]
    [InlineData("{{ for i in 1..3; readonly i; i; end }}", "123")]
    [InlineData("{{ k = 1; readonly k; for k in 1..2; k; end; k }}", "121")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected) => Models.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ k = 1; readonly k; k = 2 }}", 23)]
    [InlineData("{{ readonly s; s = 2 }}", 16)]
    [InlineData("{{ $k = 1; readonly $k; $k = 2 }}", 25)]
    [InlineData("{{ k = 1; readonly k; k++ }}", 23)]
    [InlineData("{{ k = 1; readonly k; capture k; 'a'; end }}", 31)]
    [InlineData("{{ k = 1; readonly k; this.k = 2 }}", 28)]
    [InlineData("{{ k = 1; readonly k; this['k'] = 2 }}", 27)]
    [InlineData("{{ k = 1; readonly k; m = this; k = 2 }}", 33)]
    [InlineData("{{ func f(a); readonly a; a = 2; end; f 1 }}", 27)]
    [InlineData("{{ m = {a: 1}; with m; readonly a; end; m.a = 2 }}", 43)]
    [InlineData("{{ m = {a: 1}; with m; readonly a; end; m['a'] = 2 }}", 42)]
    [InlineData("{{ m = {a: 1}; with m; readonly a; end; m.a++ }}", 43)]
    [InlineData("{{ m = {a: 1}; p = m; with m; readonly a; end; with p; a = 2; end }}", 56)]
    public void Render_AssignmentToWhatIsReadOnly_Fails(string template, int column)
    {
        TemplateRuntimeException exception = Should.Throw<TemplateRuntimeException>(() => Models.Render(template));

        exception.Message.ShouldContain("was made read-only and cannot be");
        exception.Diagnostic.Column.ShouldBe(column);
    }
}
