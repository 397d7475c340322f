using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests;

public sealed class TemplatePartialsTests
{
    private static readonly TemplateOptions Options = new()
    {
        Partials = TemplatePartials.Create(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["greeting"] = "Hello {{ $1 }}",
            ["broken"] = "one\n{{ 1 + }}",
            ["breaks"] = "{{ include 'broken' }}",
            ["failing"] = "one\n{{ l + 1 }}",
            ["defining"] = "{{ func wrong; l + 1; end }}",
            ["endless"] = "{{ include 'endless' }}",
            ["circle"] = "{{ include 'round' }}",
            ["round"] = "{{ include 'circle' }}",
        }),
    };

    private static string Render(string template) => Template.Parse(template, Options).GetOrThrow().Render(Models.Default);

    private static string Fail(string template) => Should.Throw<TemplateRuntimeException>(() => Render(template)).Diagnostic.ToString();

    [Fact]
    public void Includes_NameThePartials_AndNullForOnesThatAreOnlyKnownLater() =>
        Template.Parse("{{ include 'greeting' s }}{{ include s }}{{ include_join ['greeting', s] ', ' }}", Options).GetOrThrow().Includes
            .Select(inclusion => (inclusion.Partial, inclusion.Span.Start)).ShouldBe([("greeting", 11), (null, 37), ("greeting", 58), (null, 70)]);

    [Theory]
    [InlineData("{{ include 'greetings' }}", "(1,12): There is no partial \"greetings\". Did you mean \"greeting\"?")]
    [InlineData("Hi {{ include 'broken' }}", "broken(2,8): \"+\" needs a value to its right.")]
    [InlineData("Hi {{ include 'breaks' }}", "broken(2,8): \"+\" needs a value to its right.")]
    [InlineData("{{ include }}", "")]
    public void Parse_InclusionThatCannotWork_IsExplained(string template, string expected) => string.Join('\n', Template.Parse(template, Options).Diagnostics).ShouldBe(expected);

    [Fact]
    public void Render_FromNames_WhereOnlyThePartialReadsTheScope_SaysWhatIsWrong()
    {
        var partials = TemplatePartials.Create([KeyValuePair.Create("p", "{{ a }}")]);
        var scope = new TestScope().Add("a", Templates.Binding.StaticType.Any);

        Should.Throw<InvalidOperationException>(() => Template.Parse("{{ include 'p' }}", new TemplateOptions { Partials = partials, Scope = scope }).GetOrThrow().Render(Models.Default))
            .Message.ShouldStartWith("This text was parsed with a scope");
        Should.Throw<InvalidOperationException>(() => Template.Parse("{{ include 'p' }}", new TemplateOptions { Partials = partials }).GetOrThrow().Render(new SlotValues(Value.True)))
            .Message.ShouldStartWith("This text was parsed without a scope");
        Should.Throw<InvalidOperationException>(() => Template.Parse("{{ object.eval 'a' }}").GetOrThrow().Render(new SlotValues(Value.True)));
    }

    [Theory]
    [InlineData("{{ f = @include; f 'p' }}")]
    [InlineData("{{ ['p'] | array.each @include }}")]
    [InlineData("{{ f = @include_join; f ['p'] '' }}")]
    public void Parse_InclusionKeptForLater_CountsAsOneWhoseNameIsNotKnown(string text)
    {
        var partials = TemplatePartials.Create([KeyValuePair.Create("p", "{{ a }}")]);
        var scope = new TestScope().Add("a", Templates.Binding.StaticType.Any);

        Template template = Template.Parse(text, new TemplateOptions { Partials = partials, Scope = scope }).GetOrThrow();

        template.Includes.ShouldHaveSingleItem().Partial.ShouldBeNull();
        template.Calls.ShouldContain(call => call.StartsWith("include", StringComparison.Ordinal));
        Should.Throw<InvalidOperationException>(() => template.Render(Models.Default)).Message.ShouldStartWith("This text was parsed with a scope");
    }

    [Fact]
    public void Expression_ThatIncludesAPartial_IsCheckedToo_AndRefusedWithAScope()
    {
        var partials = TemplatePartials.Create([KeyValuePair.Create("broken", "{{ 1 + }}"), KeyValuePair.Create("fine", "{{ k = 3; k }}")]);
        var options = new TemplateOptions { Partials = partials };

        Expression.Parse("include 'broken'", options).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("broken(1,8): \"+\" needs a value to its right.");
        Expression fine = Expression.Parse("(include 'fine') == '3'", options).GetOrThrow();
        fine.Includes.ShouldHaveSingleItem().Partial.ShouldBe("fine");
        fine.EvaluateBoolean(Models.Default).ShouldBeTrue();
        Expression.Parse("(include 'fine') == '3'", options with { Scope = new TestScope() }).Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe("(1,2): An expression cannot include a partial, which is wording. Write the condition or value itself.");
    }

    [Fact]
    public void Render_PartialNamedBeforeAPipe_IsIncluded() => Render("{{ 'greeting' | include 'you' }}").ShouldBe("Hello you");

    [Fact]
    public void Parse_WithoutPartials_SaysThatThereAreNone() =>
        Models.Diagnose("{{ include 'greeting' }}").ShouldBe("(1,12): There is no partial \"greeting\". No partials are given here; write the text in its place.");

    [Theory]
    [InlineData("{{ include }}", "(1,4): \"include\" needs the name of a partial.")]
    [InlineData("{{ include s }}", "(1,4): There is no partial \"hello\".")]
    [InlineData("{{ k = 'broken'; include k }}", "(1,18): The partial \"broken\" has a mistake at 2:8: \"+\" needs a value to its right.")]
    [InlineData("Hi {{ include 'failing' }}", "failing(2,6): \"+\" cannot take a list and a number.")]
    [InlineData("{{ include 'defining'; wrong }}", "defining(1,18): \"+\" cannot take a list and a number.")]
    [InlineData("{{ include 'endless' }}", "endless(1,4): \"endless\" is called 101 levels deep, beyond the limit of RenderSettings.MaxRecursion, 100.")]
    [InlineData("{{ include 'circle' }}", "round(1,4): \"circle\" is called 101 levels deep, beyond the limit of RenderSettings.MaxRecursion, 100.")]
    [InlineData("{{ include_join 'greeting' ',' }}", "(1,4): \"include_join\" needs a list of partials and a separator.")]
    public void Render_InclusionThatFails_NamesThePlace_AndThePartial(string template, string expected) => Fail(template).ShouldBe(expected);

    [Fact]
    public void Partial_OfATemplateWithAScope_MayUseItsNamesArgumentsAndOwnVariables()
    {
        TestScope scope = new TestScope().Add("name", StaticType.Text);
        var options = new TemplateOptions
        {
            Scope = scope,
            Partials = TemplatePartials.Create([KeyValuePair.Create("line", "{{ k = $1; name }}: {{ k }}{{ $.mark }}")]),
        };
        Template.Parse("{{ include 'line' 5 mark:'!' }}", options).GetOrThrow().Render(new SlotValues(Value.From("Ada"))).ShouldBe("Ada: 5!");
    }

    [Fact]
    public void Partial_OfATemplateWithAScope_MayNotUseOtherNames()
    {
        var options = new TemplateOptions
        {
            Scope = new TestScope().Add("name", StaticType.Text),
            Partials = TemplatePartials.Create([KeyValuePair.Create("line", "{{ k }}")]),
        };
        string.Join('\n', Template.Parse("{{ k = 1; include 'line' }}", options).Diagnostics)
            .ShouldBe("line(1,4): There is no name \"k\" here.");
    }

    [Fact]
    public void Include_InsideAnOpenedObject_WorksWithAScopeToo()
    {
        var options = new TemplateOptions
        {
            Scope = new TestScope().Add("order", StaticType.Any),
            Partials = TemplatePartials.Create([KeyValuePair.Create("line", "<{{ $1 | string.upcase }}>")]),
        };
        Template.Parse("{{ with order; include 'line' name; string.upcase name; [] == empty; end }}", options).GetOrThrow()
            .Render(new SlotValues(Models.Read("""{ "o": { "name": "ada" } }""")["o"])).ShouldBe("<ADA>ADAtrue");
    }

    [Fact]
    public void Limit_ReachedInAPartial_HasAPlaceInIt()
    {
        var options = new TemplateOptions { Partials = TemplatePartials.Create([KeyValuePair.Create("p", "a{{ x }}b{{ y }}")]) };
        Template template = Template.Parse("{{ for i in 1..100 }}" + new string(' ', 100) + "{{ include 'p' }}{{ end }}", options).GetOrThrow();
        for (int limit = 0; limit < 40; limit++)
        {
            TemplateDiagnostic found = Should.Throw<TemplateRuntimeException>(() => template.Render(Models.Default, new RenderSettings { MaxOperations = limit })).Diagnostic;
            found.Span.End.ShouldBeLessThanOrEqualTo(found.Partial is null ? template.Source.Length : 16);
        }
    }

    [Fact]
    public void Create_TextThatIsNull_IsRefused() => Should.Throw<ArgumentException>(() => TemplatePartials.Create([KeyValuePair.Create<string, string>("a", null!)]));

    [Fact]
    public void Render_OnManyThreadsAtOnce_GivesTheSame()
    {
        var options = new TemplateOptions { Partials = TemplatePartials.Create([KeyValuePair.Create("a", "{{ for i in l; include 'b' i; end }}"), KeyValuePair.Create("b", "<{{ $1 }}>")]) };
        Template template = Template.Parse("{{ include 'a' }}", options).GetOrThrow();
        Parallel.For(0, 200, _ => template.Render(Models.Default).ShouldBe("<1><2><3>"));
    }
}
