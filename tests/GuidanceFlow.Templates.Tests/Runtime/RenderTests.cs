using System.Buffers;
using System.Globalization;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class RenderTests
{
    [Fact]
    public void Render_SourceThatRendersItself_KeepsBothRenderingsApart()
    {
        var scope = new TestScope().Add("a", StaticType.Any).Add("b", StaticType.Any);
        var options = new TemplateOptions { Scope = scope };
        Template inner = Template.Parse("<{{ for i in 1..2 }}{{ i }}{{ b }}{{ end }}>", options).GetOrThrow();
        Template outer = Template.Parse("{{ for i in 1..2 }}{{ i }}{{ a }}{{ i }} {{ end }}", options).GetOrThrow();
        outer.Render(new Rendering(inner)).ShouldBe("1<1.2.>1 2<1.2.>2 ");
    }

    [Fact]
    public void Render_FailureInTheMiddle_KeepsWhatWasWritten()
    {
        var output = new ArrayBufferWriter<char>();
        Template template = Template.Parse("before {{ 1 // 0 }} after").GetOrThrow();
        TemplateRuntimeException failure = Should.Throw<TemplateRuntimeException>(() => template.Render(output, new SlotValues()));
        failure.Message.ShouldBe("(1,13): \"//\" divides by zero.");
        output.WrittenSpan.ToString().ShouldBe("before ");
    }

    [Fact]
    public void Render_AfterAFailure_StartsAnew()
    {
        Template failing = Template.Parse("{{ x = 5 }}{{ 1 // 0 }}").GetOrThrow();
        Should.Throw<TemplateRuntimeException>(() => failing.Render(new SlotValues()));
        Template.Parse("{{ if false; x = 1; end }}[{{ x }}]").GetOrThrow().Render(new Dictionary<string, Value>(StringComparer.Ordinal)).ShouldBe("[]");
    }

    [Fact]
    public void Render_Culture_PrintsNumbersAndDates()
    {
        var settings = new RenderSettings { Culture = CultureInfo.GetCultureInfo("de-DE"), Now = new DateTime(2026, 3, 5, 9, 7, 0, DateTimeKind.Utc) };
        Template template = Template.Parse("{{ 1.5 }} {{ [2.5] }} {{ 'a' + 0.5 }} {{ 1234.5 | math.format 'N2' }} {{ date.now | date.to_string '%A, %d. %B %Y' }} {{ date.now }}").GetOrThrow();
        template.Render(new SlotValues(), settings).ShouldBe("1,5 [2,5] a0,5 1.234,50 Donnerstag, 05. März 2026 05 Mär 2026");
    }

    [Fact]
    public void Render_ValueThatLooksLikeATemplate_IsNeverParsed()
    {
        var scope = new TestScope().Add("answer", StaticType.Text);
        Template template = Template.Parse("{{ answer }}", new TemplateOptions { Scope = scope }).GetOrThrow();
        template.Render(new SlotValues(Value.From("{{ 1 + 1 }}"))).ShouldBe("{{ 1 + 1 }}");
    }

    [Fact]
    public void Render_WithTheWrongKindOfValues_SaysSo()
    {
        Template named = Template.Parse("{{ a }}").GetOrThrow();
        Should.Throw<InvalidOperationException>(() => named.Render(new SlotValues()))
            .Message.ShouldBe("This text was parsed without a scope; give it named values, or parse it with TemplateOptions.Scope.");
        Template slotted = Template.Parse("{{ a }}", new TemplateOptions { Scope = new TestScope().Add("a", StaticType.Any) }).GetOrThrow();
        Should.Throw<InvalidOperationException>(() => slotted.Render(Models.Default))
            .Message.ShouldBe("This text was parsed with a scope; give it an IValueSource, or parse it without TemplateOptions.Scope.");
    }

    [Fact]
    public void Render_FromManyThreads_GivesTheSame()
    {
        Template template = Template.Parse("{{ for i in l }}{{ i }}{{ s }}{{ end }}").GetOrThrow();
        Parallel.For(0, 200, _ => template.Render(Models.Default).ShouldBe("1hello2hello3hello"));
    }

    private sealed class Rendering(Template inner) : IValueSource
    {
        public Value GetValue(int slot) => slot == 0 ? Value.From(inner.Render(this)) : Value.From(".");
    }
}
