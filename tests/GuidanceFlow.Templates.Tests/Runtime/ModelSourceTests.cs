using System.Buffers;
using System.Text.Json;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

/// <summary>Where values come from and where text goes: all ways agree.</summary>
public sealed class ModelSourceTests
{
    private static readonly JsonElement Json = JsonDocument.Parse(Models.Json).RootElement;

    [Theory]
    [InlineData("{{ x }} {{ f }} {{ s }} {{ n }}| {{ l }} {{ o.c[1] }} {{ missing }}|")]
    [InlineData("{{ for i in os }}{{ i.n }}{{ i.v }} {{ end }}{{ x = 3; x }}")]
    [InlineData("{{ this }}{{ o.a = 3; o }}{{ func f; ret x; end; f }}")]
    [InlineData("plain")]
    public void Render_FromJsonOrNames_ToTextBufferOrWriter_IsTheSame(string text)
    {
        Template template = Template.Parse(text).GetOrThrow();
        string expected = template.Render(Models.Default);
        template.Render(Json).ShouldBe(expected);

        var buffer = new ArrayBufferWriter<char>();
        template.Render(buffer, Models.Default);
        template.Render(buffer, Json);
        new string(buffer.WrittenSpan).ShouldBe(expected + expected);

        using var writer = new StringWriter();
        template.Render(writer, Models.Default);
        template.Render(writer, Json);
        writer.ToString().ShouldBe(expected + expected);
    }

    [Theory]
    [InlineData("""{ "x": "\ud800" }""", "\ufffd")]
    [InlineData("""{ "x": "a\udc00\ud800b\ud83d\ude00" }""", "a\ufffd\ufffdb😀")]
    [InlineData("""{ "x": "\\ud800 \\\ud800" }""", "\\ud800 \\\ufffd")]
    [InlineData("""{ "x": { "y\ud800": ["\udfff"] } }""", "{\"y\ufffd\": [\"\ufffd\"]}")]
    [InlineData("""{ "x": "a", "\udc00": 1 }""", "a")]
    public void Render_HalfOfASurrogatePairInJson_IsReplaced(string json, string expected)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Template.Parse("{{ x }}").GetOrThrow().Render(document.RootElement).ShouldBe(expected);
    }

    [Fact]
    public void Render_SourceThatThrows_PassesUnchanged()
    {
        var options = new TemplateOptions { Scope = new TestScope().Add("a", GuidanceFlow.Templates.Binding.StaticType.Any) };
        Template template = Template.Parse("{{ [1] | array.each @(do; ret a; end) }}", options).GetOrThrow();

        Should.Throw<ArgumentOutOfRangeException>(() => template.Render(new ThrowingSource())).ParamName.ShouldBe("slot");
    }

    [Fact]
    public void Render_FromSlots_ToTextBufferOrWriter_IsTheSame()
    {
        (TestScope scope, SlotValues values) = Models.Slots();
        Template template = Template.Parse("{{ x }}{{ for i in l; i; end }}", new TemplateOptions { Scope = scope }).GetOrThrow();
        var buffer = new ArrayBufferWriter<char>();
        template.Render(buffer, values);
        using var writer = new StringWriter();
        template.Render(writer, values);
        (template.Render(values), new string(buffer.WrittenSpan), writer.ToString()).ShouldBe(("5123", "5123", "5123"));
    }

    [Fact]
    public void Render_NeverChangesTheModel()
    {
        Template.Parse("{{ o.a = 9; l[0] = 9; with o; new = 1; end; this.x = 2; o; l; x }}").GetOrThrow().Render(Models.Default).ShouldBe("{a: 9, b: \"t\", c: [1, \"x\"], new: 1}[9, 2, 3]2");
        Models.Render("{{ o }}{{ l }}{{ x }}").ShouldBe("{a: 1, b: \"t\", c: [1, \"x\"]}[1, 2, 3]5");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("3")]
    public void Render_FromJsonThatIsNoObject_IsRefused(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Should.Throw<ArgumentException>(() => Template.Parse("{{ x }}").GetOrThrow().Render(document.RootElement)).Message.ShouldStartWith("The values must be a JSON object, not ");
    }

    [Fact]
    public void Render_ToAWriter_KeepsWhatWasWrittenBeforeAFailure()
    {
        using var writer = new StringWriter();
        Should.Throw<TemplateRuntimeException>(() => Template.Parse("before {{ l + 1 }}").GetOrThrow().Render(writer, Models.Default));
        writer.ToString().ShouldBe("before ");
    }

    [Fact]
    public void Evaluate_FromJson_IsAsFromNames() =>
        Expression.Parse("o.a + x").GetOrThrow().Evaluate(Json).ShouldBe(Value.From(6));

    private sealed class ThrowingSource : IValueSource
    {
        public Value GetValue(int slot) => throw new ArgumentOutOfRangeException(nameof(slot));
    }
}
