using System.Diagnostics;
using System.Text;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Parsing;

public sealed class ParseLimitTests
{
    public static TheoryData<string> Deep => new()
    {
        "{{ " + Repeat("(", 5000) + "1" + Repeat(")", 5000) + " }}",
        "{{ " + Repeat("[", 5000) + Repeat("]", 5000) + " }}",
        "{{ " + Repeat("{a:", 5000) + "1" + Repeat("}", 5000) + " }}",
        "{{ " + Repeat("!", 5000) + "x }}",
        "{{ " + Repeat("- ", 5000) + "x }}",
        "{{ " + Repeat("x ? ", 5000) + "1" + Repeat(" : 2", 5000) + " }}",
        "{{ " + Repeat("x ? 1 : ", 5000) + "2 }}",
        "{{ " + Repeat("l[", 5000) + "0" + Repeat("]", 5000) + " }}",
        "{{ x" + Repeat("()", 5000) + " }}",
        "{{ " + Repeat("string.upcase(", 5000) + "x" + Repeat(")", 5000) + " }}",
        Repeat("{{ if x }}", 5000) + Repeat("{{ end }}", 5000),
        Repeat("{{ for i in l }}", 5000) + Repeat("{{ end }}", 5000),
        Repeat("{{ while x }}", 5000),
        "{{ " + Repeat("(", 1_000_000),
    };

    [Theory, MemberData(nameof(Deep))]
    public void Parse_NestedTooDeep_IsOneDiagnostic(string template)
    {
        ParseResult<Template> result = Template.Parse(template);
        TemplateDiagnostic limit = result.Diagnostics.Single(diagnostic => diagnostic.Code == TemplateDiagnosticCode.ParseLimit);
        limit.Message.ShouldBe("This is nested deeper than 100 levels; make it simpler.");
    }

    [Theory, MemberData(nameof(Deep))]
    public void Parse_NestedTooDeepWithAHugeLimit_IsStillADiagnostic(string template) =>
        Template.Parse(template, new TemplateOptions { MaxNesting = int.MaxValue }).Diagnostics.ShouldContain(diagnostic => diagnostic.Code == TemplateDiagnosticCode.ParseLimit);

    [Fact]
    public void Parse_NestedToTheHardLimit_Renders()
    {
        string template = "{{ " + Repeat("(", 900) + "x" + Repeat(")", 900) + " }}" + Repeat("{{ if x }}", 400) + "y" + Repeat("{{ end }}", 400);
        Template.Parse(template, new TemplateOptions { MaxNesting = 1000 }).GetOrThrow().Render(Models.Default).ShouldBe("5y");
    }

    [Theory]
    [InlineData("x", " + 1", 100_000, "100005")]
    [InlineData("t", " && t", 100_000, "true")]
    [InlineData("n", " ?? n", 100_000, "")]
    [InlineData("t", " == t", 100_000, "true")]
    [InlineData("s", " | string.upcase", 100_000, "HELLO")]
    [InlineData("n?.a", ".b", 100_000, "")]
    [InlineData("o", "[0]", 1, "")]
    [InlineData("[1", ", 1", 10, "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1")]
    public void Render_LongChain_NeedsNoStack(string start, string link, int count, string expected)
    {
        string close = start[0] == '[' ? "]" : string.Empty;
        string template = "{{ " + start + Repeat(link, count) + close + " }}";
        Models.Render(template).ShouldBe(expected + close);
        Models.RenderFromSlots(template).ShouldBe(expected + close);
    }

    [Fact]
    public void Render_ManyElseIfs_NeedsNoStack()
    {
        string template = "{{ if n }}" + Repeat("{{ else if n }}", 20_000) + "{{ else }}x{{ end }}";
        Models.Render(template).ShouldBe("x");
    }

    [Fact]
    public void Parse_TooLongText_IsADiagnostic() =>
        string.Join("\n", Template.Parse("1234", new TemplateOptions { MaxLength = 3 }).Diagnostics)
            .ShouldBe("(1,1): The text has 4 characters; 3 is the limit of TemplateOptions.MaxLength.");

    [Theory]
    [InlineData("{{ x }}")]
    [InlineData("{{ ' }}")]
    [InlineData("{{ \\' }}")]
    [InlineData("{{ \" \\\" }} ` ")]
    [InlineData("{%%%")]
    [InlineData("{{ ## }}")]
    [InlineData("{{ unknown + oops }}")]
    [InlineData("{{ [1, }}")]
    [InlineData("{{ {a:1 }}")]
    [InlineData("{{ x | | }}")]
    [InlineData("{%{ }")]
    [InlineData(" \n")]
    [InlineData("{{-  ")]
    public void Parse_LargeText_TakesLinearTime(string piece)
    {
        (TestScope scope, _) = Models.Slots();
        var options = new TemplateOptions { Scope = scope };
        string text = Repeat(piece, 200_000 / piece.Length);
        Template.Parse(text, options);
        long start = Stopwatch.GetTimestamp();
        Template.Parse(text, options);

        // Quadratic work over 200,000 characters would take minutes.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
