using System.Diagnostics;
using System.Globalization;
using System.Text;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Parsing;

public sealed class ParseLimitTests
{
    private const int Deep = 5000;

    /// <summary>What opens a level, what stands inside, and what closes a level.</summary>
    public static TheoryData<string, string, string> Levels => new()
    {
        { "{{ (", "1", ") }}" },
        { "{{ [", "", "] }}" },
        { "{{ {a:", "1", "} }}" },
        { "{{ !", "x", " }}" },
        { "{{ - ", "x", " }}" },
        { "{{ x ? ", "1", " : 2 }}" },
        { "{{ x ? 1 : ", "2", " }}" },
        { "{{ l[", "0", "] }}" },
        { "{{ ()", "", " }}" },
        { "{{ string.upcase(", "x", ") }}" },
        { "{{ if x }}", "y", "{{ end }}" },
        { "{{ for i in l }}", "y", "{{ end }}" },
        { "{{ while x }}", "", "" },
        { "{{ (", "", "" },
    };

    [Theory, MemberData(nameof(Levels))]
    public void Parse_NestedTooDeep_IsOneDiagnostic(string open, string inside, string close)
    {
        ParseResult<Template> result = Template.Parse(Nest(open, inside, close));
        TemplateDiagnostic limit = result.Diagnostics.Single(diagnostic => diagnostic.Code == TemplateDiagnosticCode.ParseLimit);
        limit.Message.ShouldBe("This is nested deeper than 100 levels; make it simpler.");
    }

    [Fact]
    public void Parse_NestedTooDeepAndASignWithoutMeaningFarBehind_ReportsBoth() =>
        string.Join("\n", Template.Parse("{{ " + Repeat("(", 101) + "x" + Repeat(")", 101) + " }}" + Repeat("{{ x }}\n", 1_000) + "{{ § }}").Diagnostics)
            .ShouldBe("(1,104): This is nested deeper than 100 levels; make it simpler.\n(1001,4): \"§\" means nothing here; remove it.");

    [Fact]
    public void Parse_MistakesFarApart_EachHasItsPlace()
    {
        // Whatever place a mistake has among the tokens that are held at once.
        for (int before = 0; before < 70; before++)
        {
            string template = Repeat("{{ x }}\n", before) + "{{ x. }}\n" + Repeat("{{ x }}\n", 200) + "{{ end }}";
            string.Join("\n", Template.Parse(template).Diagnostics).ShouldBe(
                $"({before + 1},7): A member's name must follow the dot.\n({before + 202},4): \"end\" without an open block; remove it.");
        }
    }

    [Theory, MemberData(nameof(Levels))]
    public void Parse_NestedTooDeepWithAHugeLimit_IsStillADiagnostic(string open, string inside, string close) =>
        Template.Parse(Nest(open, inside, close), new TemplateOptions { MaxNesting = int.MaxValue })
            .Diagnostics.ShouldContain(diagnostic => diagnostic.Code == TemplateDiagnosticCode.ParseLimit);

    [Fact]
    public void Parse_NestedToTheHardLimit_Renders()
    {
        string template = "{{ " + Repeat("(", 298) + "x" + Repeat(")", 298) + " }}" + Repeat("{{ if x }}", 297) + "y" + Repeat("{{ end }}", 297);
        Template.Parse(template, new TemplateOptions { MaxNesting = 1000 }).GetOrThrow().Render(Models.Default).ShouldBe("5y");
    }

    [Theory]
    [InlineData("a[", "1", "]", 95)]
    [InlineData("(", "1", ")", 95)]
    [InlineData("(", "1", ")", 290)]
    [InlineData("a[", "1", "]", 290)]
    [InlineData("[", "1", "]", 290)]
    [InlineData("{a: ", "1", "}", 290)]
    [InlineData("string.upcase(", "1", ")", 290)]
    [InlineData("f(", "1", ")", 290)]
    [InlineData("!", "x", "", 290)]
    [InlineData("x ? ", "x", " : 1", 290)]
    [InlineData("do; ret ", "x", "; end", 290)]
    [InlineData("if x; ", "y", "; end", 290)]
    public void ParseAndRender_OfWhatNestsDeep_OnASmallStack_NeverEndsTheProcess(string open, string middle, string close, int depth)
    {
        string template = "{{ " + Repeat(open, depth) + middle + Repeat(close, depth) + " }}";
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                ParseResult<Template> parsed = Template.Parse(template, new TemplateOptions { MaxNesting = 300 });
                try
                {
                    parsed.Value?.Render(Models.Default);
                }
                catch (TemplateRuntimeException)
                {
                    // That is what a value without such members gives.
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
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

    [Fact]
    public void Parse_LongRowOfBraces_TakesLinearTime()
    {
        string text = "{{ " + Repeat("{a:", 200_000) + "1" + Repeat("}", 200_000) + " }}";
        long start = Stopwatch.GetTimestamp();
        Template.Parse(text).Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("This is nested deeper than 100 levels; make it simpler.");

        // A row that is counted again from each of its braces takes about a minute.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("{{ func f{0}; end }}")]
    [InlineData("{{ f{0} = do; end }}")]
    [InlineData("{{ f{0}(x) = x }}")]
    public void Parse_ManyFunctions_TakesLinearTime(string function)
    {
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => function.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        long start = Stopwatch.GetTimestamp();
        Template.Parse(text).Success.ShouldBeTrue();

        // What is gathered for each function anew takes more than half a minute.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static string Nest(string open, string inside, string close)
    {
        // A statement is repeated with its braces; of an expression only what stands between them.
        bool isStatement = open.EndsWith("}}", StringComparison.Ordinal);
        string start = isStatement ? string.Empty : open == "{{ ()" ? "{{ x" : "{{ ";
        string end = isStatement ? string.Empty : " }}";
        string level = isStatement ? open : open[3..];
        string back = isStatement ? close : close.Replace(" }}", string.Empty, StringComparison.Ordinal);
        return start + Repeat(level, Deep) + inside + Repeat(back, Deep) + end;
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    [Fact]
    public void Parse_ManyUnknownNames_AmongMany_SuggestsForTheFirstOnes()
    {
        var scope = new TestScope();
        for (int i = 0; i < 2_000; i++)
        {
            scope.Add($"customer_{i}_name", Templates.Binding.StaticType.Text);
        }

        string text = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"{{{{ custmer_{i}_name }}}}"));
        string[] messages = [.. Template.Parse(text, new TemplateOptions { Scope = scope }).Diagnostics.Select(diagnostic => diagnostic.Message)];

        messages[0].ShouldBe("There is no name \"custmer_0_name\" here. Did you mean \"customer_0_name\"?");
        messages.Count(message => message.Contains("Did you mean", StringComparison.Ordinal)).ShouldBe(100);
    }
}
