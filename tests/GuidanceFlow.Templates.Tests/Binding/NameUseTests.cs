using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Binding;

public sealed class NameUseTests
{
    private static readonly TestScope Scope = new TestScope()
        .Add("x", StaticType.Any)
        .Add("y", StaticType.Integer.OrNull())
        .Add("c", StaticType.Object([new StaticField("name", StaticType.Text.OrNull()), new StaticField("d", StaticType.Any)]).OrNull())
        .Add("l", StaticType.List(StaticType.Any))
        .AddGroup("answers", answers => answers.Add("router", StaticType.Any).Add("phone", StaticType.Any));

    /// <summary>Each use as path, slot and a question mark where null is provided for.</summary>
    [Theory]
    [InlineData("{{ x }} {{ c.name }} {{ c['name'] }} {{ l[0] }} {{ l[x] }}", "x#0 c.name#2 c[\"name\"]#2 l[0]#3 l#3 x#0")]
    [InlineData("{{ answers.router }} {{ answers[\"phone\"].x }}", "answers.router#4 answers[\"phone\"].x#5")]
    [InlineData("{{ x ?? 1 }} {{ c?.name }} {{ c.d?.e }}", "x#0? c.name#2? c.d.e#2")]
    [InlineData("{{ x == null }} {{ null != x }} {{ x == 1 }}", "x#0? x#0? x#0")]
    [InlineData("{{ if x }}{{ x }}{{ y }}{{ else }}{{ x }}{{ end }}{{ x }}", "x#0? x#0? y#1 x#0 x#0")]
    [InlineData("{{ if x != null }}{{ x }}{{ end }}", "x#0? x#0?")]
    [InlineData("{{ if x == null }}{{ x }}{{ else }}{{ x }}{{ end }}", "x#0? x#0 x#0?")]
    [InlineData("{{ if !x }}{{ x }}{{ else }}{{ x }}{{ end }}", "x#0? x#0 x#0?")]
    [InlineData("{{ if x && y > 1 }}{{ x }}{{ y }}{{ end }}", "x#0? y#1 x#0? y#1?")]
    [InlineData("{{ if x == null || y == null }}{{ x }}{{ else }}{{ x }}{{ y }}{{ end }}", "x#0? y#1? x#0 x#0? y#1?")]
    [InlineData("{{ if x == null }}a{{ else if y }}{{ x }}{{ y }}{{ end }}", "x#0? y#1? x#0? y#1?")]
    [InlineData("{{ x && x > 1 }}", "x#0? x#0?")]
    [InlineData("{{ x == null || x > 1 }}", "x#0? x#0?")]
    [InlineData("{{ x ? x : 0 }} {{ x ? 0 : x }}", "x#0? x#0? x#0? x#0")]
    [InlineData("{{ if c }}{{ c.name }}{{ end }}", "c#2? c.name#2?")]
    [InlineData("{{ if c.name }}{{ c.name }}{{ c.d }}{{ end }}", "c.name#2? c.name#2? c.d#2?")]
    [InlineData("{{ if c.name }}{{ c }}{{ end }}", "c.name#2? c#2?")]
    [InlineData("{{ if y == 3 }}{{ y }}{{ end }}", "y#1 y#1?")]
    [InlineData("{{ for i in l }}{{ if x == null; continue; end; x }}{{ end }}{{ x }}", "l#3 x#0? x#0? x#0")]
    [InlineData("{{ x | object.default 1 }} {{ x | string.upcase }} {{ x | string.empty }}", "x#0? x#0 x#0?")]
    [InlineData("{{ z = x; z += 1; for i in l; i; end }}", "x#0 l#3")]
    [InlineData("{{ for i in l limit:x offset:y; end }}", "l#3 x#0 y#1")]
    public void Reads_OfATemplate_TellWhereNullIsProvidedFor(string template, string expected)
    {
        Template parsed = Template.Parse(template, new TemplateOptions { Scope = Scope }).GetOrThrow();
        string.Join(" ", parsed.Reads.Select(read => $"{read.Path}#{read.Slot}{(read.ToleratesNull ? "?" : string.Empty)}")).ShouldBe(expected);
    }

    [Fact]
    public void Reads_OfATemplate_TellTheirPlaces()
    {
        const string Text = "a {{ c.name + answers[\"router\"] }}";
        Template parsed = Template.Parse(Text, new TemplateOptions { Scope = Scope }).GetOrThrow();
        parsed.Reads.Select(read => Text.Substring(read.Span.Start, read.Span.Length)).ShouldBe(["c.name", "answers[\"router\"]"]);
    }

    [Theory]
    [InlineData("x && y < 3", "x#0? y#1")]
    [InlineData("x", "x#0")]
    [InlineData("!x", "x#0")]
    [InlineData("x != null && x > y", "x#0? x#0? y#1")]
    public void Reads_OfAnExpression_TellWhereNullIsProvidedFor(string expression, string expected)
    {
        Expression parsed = Expression.Parse(expression, new TemplateOptions { Scope = Scope }).GetOrThrow();
        string.Join(" ", parsed.Reads.Select(read => $"{read.Path}#{read.Slot}{(read.ToleratesNull ? "?" : string.Empty)}")).ShouldBe(expected);
    }

    [Fact]
    public void Reads_WithoutAScope_HaveNoSlot() =>
        Template.Parse("{{ a.b }}{{ x = 1 }}{{ x }}{{ date.now }}").GetOrThrow().Reads.Select(read => $"{read.Path} {read.Slot}").ShouldBe(["a.b -1", "x -1"]);
}
