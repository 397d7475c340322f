using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Docs;

/// <summary>The page about the language shows what the language does.</summary>
public sealed class LanguagePageTests
{
    private static readonly LanguagePage Page = LanguagePage.Read();

    private static readonly TemplateOptions Options = new() { Partials = TemplatePartials.Create(Page.Partials) };

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Page.Examples.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_PrintsWhatThePageSays(int number)
    {
        (string template, string output) = Page.Examples[number];
        Template.Parse(template, Options).GetOrThrow().Render(Models.Read(Page.Model)).ShouldBe(output);
    }

    [Fact]
    public void Page_ShowsWhatEveryTemplatePrints() => Page.Text.Split("```scriban\n").Length.ShouldBe(Page.Examples.Count + 1);

    [Fact]
    public void ExamplesForDevelopers_AreThoseThatAreRun()
    {
        string run = string.Concat(File.ReadAllText(FunctionPage.PathOf("tests/GuidanceFlow.Templates.Tests/Docs/LanguagePageTests.cs")).Where(sign => !char.IsWhiteSpace(sign)));
        string[] shown = [.. Page.Text.Split("```csharp\n").Skip(1).Select(block => string.Concat(block[..block.IndexOf("```\n", StringComparison.Ordinal)].Where(sign => !char.IsWhiteSpace(sign))))];

        shown.Length.ShouldBe(2);
        shown.ShouldAllBe(code => run.Contains(code));
    }

    [Fact]
    public void ExampleForDevelopers_Works()
    {
        var options = new TemplateOptions
        {
            Functions = TemplateFunctions.None.With("loyalty.points", (string customer) => customer.Length * 10L),
            Partials = TemplatePartials.Create([KeyValuePair.Create("sign", "Your {{ $1 }} team")]),
        };
        Template template = Template.Parse("{{ name }} has {{ loyalty.points name }} points. {{ include 'sign' 'shop' }}", options).GetOrThrow();
        using JsonDocument model = JsonDocument.Parse("""{ "name": "Ann" }""");
        string text = template.Render(model.RootElement);
        text.ShouldBe("Ann has 30 points. Your shop team");
    }

    [Fact]
    public void ExampleOfValues_Works()
    {
        var order = new Dictionary<string, Value>
        {
            ["price"] = Value.From((double)19.90m),
            ["due"] = Value.From(new DateTime(2026, 1, 5)),
            ["items"] = Value.From(ValueList.Create([Value.From("lamp"), Value.From("plug")])),
            ["customer"] = Value.From(ValueObject.Create([KeyValuePair.Create("name", Value.From("Ada"))])),
        };
        var settings = new RenderSettings { Now = new DateTime(2026, 1, 3), Culture = CultureInfo.GetCultureInfo("en-GB") };
        string reminder = Template.Parse("{{ items | array.join ' and ' }} for {{ customer.name }} in {{ (due - date.now).days }} days").GetOrThrow().Render(order, settings);
        reminder.ShouldBe("lamp and plug for Ada in 2 days");
    }

    [Fact]
    public void Limits_AreThoseOfThePage()
    {
        RenderSettings settings = RenderSettings.Default;
        Page.Text.ShouldContain($"`MaxOutputLength`: characters printed, and in any text built | {settings.MaxOutputLength:N0} |");
        Page.Text.ShouldContain($"`MaxLoopIterations`: rounds of all loops together | {settings.MaxLoopIterations:N0} |");
        Page.Text.ShouldContain($"`MaxOperations`: rounds, calls, statements, items visited by functions, every 4 items copied by operators, every 32 characters of long texts | {settings.MaxOperations:N0} |");
        Page.Text.ShouldContain($"`MaxRecursion`: functions and partials inside one another | {settings.MaxRecursion} |");
        Page.Text.ShouldContain($"`MaxListLength`: items of a list, members of an object | {settings.MaxListLength:N0} |");
        Page.Text.ShouldContain($"`MaxRegexTime`: making and matching regular expressions, all together | {settings.MaxRegexTime.TotalMilliseconds} ms |");
        Page.Text.ShouldContain($"`TemplateOptions.MaxNesting`: blocks, parentheses and operators inside one another | {TemplateOptions.Default.MaxNesting} |");
        Page.Text.ShouldContain($"`TemplateOptions.MaxLength`: characters of a template | {TemplateOptions.Default.MaxLength:N0} |");
    }
}
