using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class IncludeTests
{
    private static readonly TemplatePartials Partials = TemplatePartials.Create(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["line"] = "[{{ $0 }}|{{ $1 }}|{{ k }}]",
        ["total"] = "{{ k = 9; $mine = 4 }}",
        ["number"] = "{{ for.index }}",
        ["changed"] = "{{ for.changed }}",
        ["five"] = "a{{ ret 5 }}b",
        ["down"] = "{{ k = k - 1; k; if k > 0; include 'down'; end }}",
        ["lines"] = "one\ntwo\n",
        ["named"] = "{{ $.a }}-{{ $0 }}-{{ $.size }}",
        ["greet"] = "{{ func hi; ret 'hi ' + $0; end }}",
        ["dollar"] = "{{ $a }}{{ $b }}",
        ["set"] = "{{ $1 = 5; $1; $ }}",
        ["outer"] = "<{{ include 'line' 7 }}>",
    });

    [Theory]
    [InlineData("{{ include 'dollar' a:1 b:2 }}", "12")]
    [InlineData("{{ k = 8; include 'line' 1 2 }}", "[line|1|8]")]
    [InlineData("{{ include 'total'; k; $mine }}|", "9|")]
    [InlineData("{{ a = include 'line' 1; a | string.upcase }}", "[LINE|1|]")]
    [InlineData("{{ include 'five' }}-{{ a = include 'five'; a }}", "a5-a5")]
    [InlineData("{{ k = 3; include 'down' }}", "210")]
    [InlineData("  {{ include 'lines' }}end", "  one\n  two\nend")]
    [InlineData("{{ include 'named' a:1 }}", "1-named-1")]
    [InlineData("{{ include ('l' + 'ine') 3 }}", "[line|3|]")]
    [InlineData("{{ \"line\" | include 4 }}", "[line|4|]")]
    [InlineData("{{ for i in l; include 'number'; end }}", "012")]
    [InlineData("{{ for i in [4,4,5]; include 'changed'; end }}", "truefalsetrue")]
    [InlineData("{{ include \"line\" 1 | string.upcase }}", "[LINE|1|]")]
    [InlineData("{{ include 'greet'; hi \"you\" }}", "hi you")]
    [InlineData("{{ $a = 1; include 'line'; $a }}", "[line||]1")]
    [InlineData("{{ include 'set' 1 }}", "5[\"set\", 5]")]
    [InlineData("{{ include 'outer' }}", "<[line|7|]>")]
    [InlineData("{{ include_join ['line','lines'] ',' '<' '>' }}", "<[[\"line\", \"lines\"]|,|],one\ntwo\n>")]
    [InlineData("{{ for i in [1]; include_join ['five','five'] 'tpl:number' 'tpl:five' ']'; end }}", "a5a50a5]")]
    [InlineData("{{ include_join [] ',' '<' '>' }}", "<>")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected) =>
        Template.Parse(template, new TemplateOptions { Partials = Partials }).GetOrThrow().Render(Models.Default).ShouldBe(expected);

    [Fact]
    public void Render_PartialOfAScope_SeesWhatWithAndLoopsPutInFront()
    {
        const string Text = "{{ k = {s: 'in'}; with k; include 'own'; end; include 'own'; for s in [7]; include 'own'; end }}";
        var partials = TemplatePartials.Create(new Dictionary<string, string>(StringComparer.Ordinal) { ["own"] = "[{{ s }}]" });
        (TestScope scope, SlotValues values) = Models.Slots();

        Template.Parse(Text, new TemplateOptions { Partials = partials }).GetOrThrow().Render(Models.Default).ShouldBe("[in][hello][7]");
        Template.Parse(Text, new TemplateOptions { Partials = partials, Scope = scope }).GetOrThrow().Render(values).ShouldBe("[in][hello][7]");
    }
}
