using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests;

public sealed class TemplateFunctionsTests
{
    private static readonly TemplateFunctions Functions = TemplateFunctions.None
        .With("today_is", () => "Monday")
        .With("loyalty.points", (string customer) => customer.Length * 10L)
        .With("loyalty.level", (long points, bool isGold) => isGold || points > 40 ? "gold" : "blue", "points", "is_gold")
        .With("mix", (double number, DateTime date, ValueList list) => $"{number * 2}/{date.Year}/{list.Count}", "number", "date", "list")
        .With("name_of", (ValueObject order) => order.TryGetValue("a", out Value name) ? name : Value.Null, "order")
        .With("maybe", (int? number) => number is null ? "none" : "some", "number")
        .With("price", (decimal amount) => amount + 0.1m, "amount")
        .With("wait", (TimeSpan time) => time + time, "time")
        .With("broken", (Func<string>)(() => throw new InvalidOperationException("The shop is closed.")))
        .With("stopped", (Func<string>)(() => throw new OperationCanceledException()));

    private static readonly TemplateOptions Options = new() { Functions = Functions };

    [Theory]
    [InlineData("{{ today_is }}", "Monday")]
    [InlineData("{{ loyalty.points s }} {{ s | loyalty.points }} {{ loyalty.points 123 }}", "50 50 30")]
    [InlineData("{{ loyalty.level 50 false }} {{ 1 | loyalty.level is_gold:true }}", "gold gold")]
    [InlineData("{{ mix 1.5 (date.parse '2026-02-03') l }}", "3/2026/3")]
    [InlineData("{{ mix 1.5 (date '2026-02-03') 'ab' }}", "3/2026/2")]
    [InlineData("{{ name_of o }}", "1")]
    [InlineData("{{ maybe n }} {{ maybe 3 }}", "none some")]
    [InlineData("{{ price 2.5 }}", "2.6")]
    [InlineData("{{ wait (timespan.from_minutes 2) }}", "00:04:00")]
    [InlineData("{{ l | array.each @maybe }}", "[\"some\", \"some\", \"some\"]")]
    [InlineData("{{ func f; ret today_is + $0; end; f '!' }}", "Monday!")]
    [InlineData("{{ loyalty.level ^[50, false] }}", "gold")]
    [InlineData("{{ today_is = 3; today_is }}", "3")]
    public void Render_CallOfAHostsFunction_HasItsResult(string template, string expected) =>
        Template.Parse(template, Options).GetOrThrow().Render(Models.Default).ShouldBe(expected);

    [Theory]
    [InlineData("{{ loyalty.poinst s }}", "(1,12): There is no function \"loyalty.poinst\". Did you mean \"loyalty.points\"?")]
    [InlineData("{{ loyalty.points }}", "(1,4): \"loyalty.points\" needs 1 argument but gets 0; \"value\" is missing.")]
    [InlineData("{{ loyalty.level 'x' true }}", "")]
    [InlineData("{{ mix 1 2 3 }}", "(1,10): \"mix\" needs a date as \"date\", not a number.\n(1,12): \"mix\" needs a list as \"list\", not a number.")]
    public void Parse_CallThatCannotWork_IsExplained(string template, string expected) =>
        string.Join('\n', Template.Parse(template, Options).Diagnostics).ShouldBe(expected);

    [Theory]
    [InlineData("{{ loyalty.level 'x' true }}", "(1,4): \"loyalty.level\": \"points\" must be a whole number, not a text.")]
    [InlineData("{{ loyalty.level 1 n }}", "(1,4): \"loyalty.level\": \"is_gold\" must be given, not nothing (null).")]
    [InlineData("{{ name_of 3 }}", "(1,4): \"name_of\": \"order\" must be an object, not a number.")]
    [InlineData("{{ broken }}", "(1,4): \"broken\": it failed: The shop is closed.")]
    public void Render_CallThatFails_NamesPlaceAndReason(string template, string expected) =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse(template, Options).GetOrThrow().Render(Models.Default)).Diagnostic.ToString().ShouldBe(expected);

    [Fact]
    public void Render_HostThatThrows_IsTheInnerException() =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse("{{ broken }}", Options).GetOrThrow().Render(Models.Default)).InnerException.ShouldBeOfType<InvalidOperationException>();

    [Fact]
    public void Render_HostWhoseOwnRenderingFails_SaysWhereTheCallStands()
    {
        Template inner = Template.Parse("\n\n\n  {{ l + 1 }}").GetOrThrow();
        TemplateFunctions functions = TemplateFunctions.None.With("inner", () => inner.Render(Models.Default));
        TemplateRuntimeException failure = Should.Throw<TemplateRuntimeException>(() => Template.Parse("{{ inner }}", new TemplateOptions { Functions = functions }).GetOrThrow().Render(Models.Default));

        failure.Message.ShouldBe("(1,4): \"inner\": it failed: (4,8): \"+\" cannot take a list and a number.");
        failure.InnerException.ShouldBeOfType<TemplateRuntimeException>();
    }

    [Fact]
    public void Render_ManyRenderingsInsideOneAnother_ThatFail_DoNotEndTheProcess()
    {
        Template? self = null;
        int depth = 0;
        TemplateFunctions functions = TemplateFunctions.None.With("again", () => ++depth < 200 ? self!.Render(Models.Default) : throw new InvalidOperationException("Deep enough."));
        self = Template.Parse("{{ again }}", new TemplateOptions { Functions = functions }).GetOrThrow();

        Should.Throw<TemplateRuntimeException>(() => self.Render(Models.Default)).Message.ShouldBe("(1,4): \"again\": it failed: Deep enough.");
    }

    [Fact]
    public void Render_LongTextsOfAHost_CountAsOperations()
    {
        TemplateFunctions functions = TemplateFunctions.None.With("page", () => new string('x', 32_000));
        Template template = Template.Parse("{{ for i in 1..9; text = page; end; 'read' }}", new TemplateOptions { Functions = functions }).GetOrThrow();
        template.Render(Models.Default, new RenderSettings { MaxOperations = 9_050 }).ShouldBe("read");
        Should.Throw<TemplateRuntimeException>(() => template.Render(Models.Default, new RenderSettings { MaxOperations = 9_000 })).Diagnostic.ToString()
            .ShouldBe("(1,26): The template takes more than 9000 operations, the limit of RenderSettings.MaxOperations.");
    }

    [Fact]
    public void Render_HostThatCancels_IsCancelled() =>
        Should.Throw<OperationCanceledException>(() => Template.Parse("{{ stopped }}", Options).GetOrThrow().Render(Models.Default));

    [Fact]
    public void Parse_WithAScope_ChecksHostsFunctionsToo()
    {
        TestScope scope = new TestScope().Add("name", StaticType.Text);
        string.Join('\n', Template.Parse("{{ loyalty.points name + 1 }}{{ loyalty.level name name }}", new TemplateOptions { Scope = scope, Functions = Functions }).Diagnostics).ShouldBeEmpty();
        Template.Parse("{{ loyalty.points name }}", new TemplateOptions { Scope = scope, Functions = Functions }).GetOrThrow().Render(new SlotValues(Value.From("Ada"))).ShouldBe("30");
    }

    [Theory]
    [InlineData("string.mine")]
    [InlineData("if")]
    [InlineData("this")]
    [InlineData("include")]
    [InlineData("a.b.c")]
    [InlineData("a-b")]
    [InlineData("1a")]
    [InlineData(".a")]
    public void With_NameThatCannotBeUsed_IsRefused(string name) => Should.Throw<ArgumentException>(() => TemplateFunctions.None.With(name, () => 1L));

    [Fact]
    public void With_NameTwice_IsRefused() => Should.Throw<ArgumentException>(() => Functions.With("today_is", () => 1L));

    [Fact]
    public void With_TypeThatCannotBeUsed_SaysWhichCan() =>
        Should.Throw<ArgumentException>(() => TemplateFunctions.None.With("f", (Uri uri) => 1L)).Message.ShouldContain("use string, bool, int, long");

    [Fact]
    public void Function_GetsACopy_ThatTheTemplateCannotChangeAnyMore()
    {
        ValueList? kept = null;
        TemplateFunctions keeping = TemplateFunctions.None.With("keep", (ValueList list) => (kept = list).Count, "list");
        Template.Parse("{{ a = [1]; keep a; a[0] = 2; a[1] = 3; a }}", new TemplateOptions { Functions = keeping }).GetOrThrow().Render(Models.Default).ShouldBe("1[2, 3]");
        kept.ShouldBe([Value.From(1)]);
    }

    [Fact]
    public void Calls_NameTheFunctionsATemplateCalls() =>
        Template.Parse("{{ s | string.upcase | loyalty.points }}{{ func mine; ret date.now; end; mine }}{{ @math.abs }}", Options).GetOrThrow().Calls
            .ShouldBe(["date.now", "loyalty.points", "math.abs", "string.upcase"]);
}
