using System.Buffers;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class AllocationTests
{
    private const string Prompt =
        "Hello {{ customer.name }}, {{ if count > 3 }}many{{ else }}few{{ end }}{{ for d in devices }}{{ for.index }}. {{ d.name }} {{ end }}";

    private static readonly StaticType Named = StaticType.Object([new StaticField("name", StaticType.Text)]);

    private static readonly TestScope Scope = new TestScope()
        .Add("customer", Named).Add("count", StaticType.Integer).Add("devices", StaticType.List(Named)).Add("network_ok", StaticType.Boolean);

    private static readonly SlotValues Values = new(
        Name("Ann"), Value.From(5), Value.From(ValueList.Create([Name("Router"), Name("Phone")])), Value.True);

    [Fact]
    public void Render_IntoABuffer_AllocatesNothing()
    {
        Template template = Template.Parse(Prompt, new TemplateOptions { Scope = Scope }).GetOrThrow();
        var output = new ArrayBufferWriter<char>(1024);
        Measure(() =>
        {
            output.ResetWrittenCount();
            template.Render(output, Values);
        }).ShouldBe(0);
        output.WrittenSpan.ToString().ShouldBe("Hello Ann, many0. Router 1. Phone ");
    }

    [Fact]
    public void Render_ToAString_AllocatesOnlyTheString()
    {
        Template template = Template.Parse(Prompt, new TemplateOptions { Scope = Scope }).GetOrThrow();
        string expected = template.Render(Values);
        long ofString = Measure(() => _ = new string('x', expected.Length));
        Measure(() => template.Render(Values)).ShouldBe(ofString);
    }

    [Fact]
    public void Render_FromNamedValues_AllocatesAsLittle()
    {
        Template template = Template.Parse(Prompt).GetOrThrow();
        var names = new Dictionary<string, Value>(StringComparer.Ordinal) { ["customer"] = Values.GetValue(0), ["count"] = Values.GetValue(1), ["devices"] = Values.GetValue(2) };
        var output = new ArrayBufferWriter<char>(1024);
        Measure(() =>
        {
            output.ResetWrittenCount();
            template.Render(output, names);
        }).ShouldBe(0);
        long ofString = Measure(() => _ = new string('x', output.WrittenCount));
        Measure(() => template.Render(names)).ShouldBe(ofString);
    }

    [Fact]
    public void Parse_Prompt_TakesNotMuch()
    {
        var scoped = new TemplateOptions { Scope = Scope };
        Measure(() => Template.Parse(Prompt, scoped)).ShouldBeLessThan(4 * 1024);
        Measure(() => Template.Parse(Prompt)).ShouldBeLessThan(4 * 1024);
    }

    [Fact]
    public void Parse_LongTemplate_TakesNoMoreForEachPiece()
    {
        long one = Measure(() => Template.Parse(Prompt), times: 3);
        string many = string.Concat(Enumerable.Repeat(Prompt, 1_000));
        Measure(() => Template.Parse(many), times: 3).ShouldBeLessThan(1_100 * one);
    }

    [Fact]
    public void EvaluateBoolean_Guard_AllocatesNothing()
    {
        Expression guard = Expression.Parse("network_ok && count < 3 || !network_ok", new TemplateOptions { Scope = Scope }, StaticType.Boolean).GetOrThrow();
        Measure(() => guard.EvaluateBoolean(Values)).ShouldBe(0);
    }

    [Fact]
    public void Render_ConstantTemplate_GivesTheSameString()
    {
        Template template = Template.Parse("Nothing to compute.").GetOrThrow();
        template.IsConstant.ShouldBeTrue();
        template.Render(Values).ShouldBeSameAs(template.Source);
        Template.Parse("a {{ # only a comment }} b").GetOrThrow().Render(Values).ShouldBe("a  b");
    }

    private static Value Name(string name) => Value.From(ValueObject.Create([KeyValuePair.Create("name", Value.From(name))]));

    private static long Measure(Action action, int times = 200)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }

        // The smallest of several rounds: what the runtime itself allocates now and then does not count.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
