using System.Diagnostics;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class RenderLimitTests
{
    private const string Rounds = "The loops run more than 100 rounds, the limit of RenderSettings.MaxLoopIterations.";
    private const string Output = "The text grows beyond 1000 characters, the limit of RenderSettings.MaxOutputLength.";
    private const string List = "A list grows beyond 50 items, the limit of RenderSettings.MaxListLength.";

    private static readonly RenderSettings Small = new() { MaxLoopIterations = 100, MaxOutputLength = 1000, MaxListLength = 50 };

    [Theory]
    [InlineData("{{ for i in 1..1000000000 }}{{ end }}", "(1,4): " + Rounds)]
    [InlineData("{{ for i in 1..11 }}{{ for j in 1..11 }}{{ end }}{{ end }}", "(1,24): " + Rounds)]
    [InlineData("{{ for i in 1..90 }}{{ s }}{{ s }}{{ s }}{{ end }}", "(1,38): " + Output)]
    [InlineData("{{ 'a' * 1001 }}", "(1,8): " + Output)]
    [InlineData("{{ 'a' * 995 }}{{ 123456 }}", "(1,19): " + Output)]
    [InlineData("{{ 'a' * 995 }}{{ 1.2345 }}", "(1,19): " + Output)]
    [InlineData("{{ 'a' * 995 }}{{ 12345 }}", null)]
    [InlineData("{{ 'a' * 9223372036854775807 }}", "(1,8): " + Output)]
    [InlineData("{{ a = 'a'; for i in 1..20; a = a + a; end }}", "(1,35): " + Output)]
    [InlineData("{{ 'a' | string.pad_left 1001 }}", "(1,10): " + Output)]
    [InlineData("{{ s * 100 | string.replace 'l' 'looooong' }}", "(1,14): " + Output)]
    [InlineData("{{ a = 1..51 }}", "(1,9): " + List)]
    [InlineData("{{ a = 1..9223372036854775807 }}", "(1,9): " + List)]
    [InlineData("{{ [1] * 51 }}", "(1,8): " + List)]
    [InlineData("{{ [1] * 50 << 1 }}", "(1,13): " + List)]
    [InlineData("{{ a = [1]; for i in 1..20; a = a + a; end }}", "(1,35): " + List)]
    [InlineData("{{ [1] | array.insert_at 51 1 }}", "(1,10): " + List)]
    [InlineData("{{ 'a' * 60 | string.split '' | array.size }}", null)]
    [InlineData("{{ for i in 1..100 }}{{ end }}", null)]
    public void Render_BeyondALimit_FailsAndNamesIt(string template, string? failure)
    {
        Template parsed = Template.Parse(template).GetOrThrow();
        if (failure is null)
        {
            parsed.Render(Models.Default, Small);
            return;
        }

        TemplateDiagnostic diagnostic = Should.Throw<TemplateRuntimeException>(() => parsed.Render(Models.Default, Small)).Diagnostic;
        diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
        diagnostic.ToString().ShouldBe(failure);
    }

    [Fact]
    public void Render_DeeplyNestedValue_FailsInsteadOfOverflowing()
    {
        Template parsed = Template.Parse("{{ a = 1; b = 1; for i in 1..90000; a = [a]; b = [b]; end; a == b; a }}").GetOrThrow();
        TemplateRuntimeException failure = Should.Throw<TemplateRuntimeException>(() => parsed.Render(Models.Default));
        failure.Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
    }

    [Fact]
    public void Render_SharedValueComparedExponentially_FailsInsteadOfHanging()
    {
        Template parsed = Template.Parse("{{ a = 1; b = 1; for i in 1..100; a = [a, a]; b = [b, b]; end; a == b }}").GetOrThrow();
        TemplateRuntimeException failure = Should.Throw<TemplateRuntimeException>(() => parsed.Render(Models.Default));
        failure.Diagnostic.Message.ShouldStartWith("The template takes more than 2000000 operations");
    }

    [Theory]
    [InlineData("$0 * 4294967297")]
    [InlineData("$0 * 4294967296 + $0 - 4294967297")]
    [InlineData("1m * $0 * 4294967297")]
    [InlineData("1.0 * $0 * 4294967296")]
    public void Render_NumbersMadeToShareOneHash_AreToldApartInNoTime(string number)
    {
        long start = Stopwatch.GetTimestamp();
        Models.Render("{{ 1..99000 | array.each @(do; ret " + number + "; end) | array.uniq | array.size }}").ShouldBe("99000");

        // Compared one with all others, they take twenty seconds.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Evaluate_DeeplyNestedValue_FailsInsteadOfOverflowing()
    {
        Value deep = Value.From(1);
        for (int i = 0; i < 300_000; i++)
        {
            deep = Value.From(ValueList.Create([deep]));
        }

        var values = new Dictionary<string, Value> { ["deep"] = deep };
        foreach (string expression in (string[])["deep", "[deep]"])
        {
            Should.Throw<TemplateRuntimeException>(() => Expression.Parse(expression).GetOrThrow().Evaluate(values)).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
        }
    }

    [Fact]
    public void Render_NestedLoopsWithoutEnd_StopsAtTheDefaultLimit()
    {
        Template parsed = Template.Parse("{{ for i in 1..100000 }}{{ for j in 1..100000 }}{{ for k in 1..100000 }}{{ end }}{{ end }}{{ end }}").GetOrThrow();
        Should.Throw<TemplateRuntimeException>(() => parsed.Render(Models.Default)).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
    }

    [Theory]
    [InlineData("{{ func f; f; end; f }}", "(1,12): \"f\" is called 101 levels deep, beyond the limit of RenderSettings.MaxRecursion, 100.")]
    [InlineData("{{ func f; object.eval 'f'; end; f }}", "(1,1): \"f\" is called 101 levels deep, beyond the limit of RenderSettings.MaxRecursion, 100.")]
    [InlineData("{{ f = do; [1] | array.each @f; end; f }}", "(1,18): \"do\" is called 101 levels deep, beyond the limit of RenderSettings.MaxRecursion, 100.")]
    public void Render_CallsWithoutEnd_StopAtTheLimit(string template, string expected) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Diagnostic.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("{{ func f; f; f; end; f }}")]
    [InlineData("{{ func f(n); if n > 0; f n - 1; f n - 1; end; end; f 90 }}")]
    [InlineData("{{ a = []; a[99999] = 1; for i in 1..1000; b = a | array.reverse; end }}")]
    [InlineData("{{ a = []; a[100000] = 1 }}")]
    [InlineData("{{ a = {}; a.a = a; a }}")]
    [InlineData("{{ a = {}; a.a = a; b = {}; b.a = b; a == b }}")]
    [InlineData("{{ a = []; a[0] = a; [a, a] | array.uniq }}")]
    [InlineData("{{ a = []; a[0] = a; b = []; b[0] = b; [a, b] | array.uniq }}")]
    [InlineData("{{ a = {}; a.a = a; a | object.to_json }}")]
    [InlineData("{{ a = [1]; for i in 1..60; a = [a, a]; end; [a, [a]] | array.uniq }}")]
    [InlineData("{{ x = 'a'; for i in 1..100; x = x + x; end }}")]
    [InlineData("{{ for i in 1..50000; for j in 1..1; a; b; c; d; e; f; g; h; i; j; k; l; m; n; o; p; q; r; s; t; u; v; w; x; y; z; end; end }}")]
    [InlineData("{{ a = {}; for i in 1..200000; a['k' + i] = 1; end }}")]
    [InlineData("{{ l | array.each @(do; while true; end; end) }}")]
    [InlineData("{{ a = 'a' * 1000000; b = ('a' * 500000) + 'b'; string.index_of a b }}")]
    [InlineData("{{ a = 'a' * 1000000; b = ('a' * 500000) + 'b'; string.contains a b }}")]
    [InlineData("{{ a = 'x' * 1000000; b = a + 'b'; c = [a, b] * 50000; c | array.sort | array.size }}")]
    [InlineData("{{ object.format 1 'D900000000' }}")]
    [InlineData("{{ math.format 1.5 'F900000000' }}")]
    [InlineData("{{ a = []; for i in 1..100000; a[i] = 'x' * 1000000; end }}")]
    [InlineData("{{ a = []; for i in 1..100000; a[i] = $'{ml * 1000}'; end }}")]
    [InlineData("{{ a = 'x' * 1000000; b = [a] * 2000; array.cycle b }}")]
    [InlineData("{{ a = 'aB' * 500000; for i in 1..100000; b = string.upcase a; end }}")]
    [InlineData("{{ a = 'a' * 500000; for i in 1..100; b = regex.match 'a' a; end }}")]
    [InlineData("{{ x = []; for i in 1..90000; x[i] = [1] * 99999; end }}")]
    [InlineData("{{ a = []; for i in 1..90000; a = a + [i]; end; a.size }}")]
    [InlineData("{{ for i in 1..9000; x = [1] * 99999; end }}")]
    [InlineData("{{ d = date.parse '2020-01-01'; a = [d] * 20000; for i in 1..10000; b = $'{a}'; end }}")]
    [InlineData("{{ a = 'é ' * 500000; for i in 1..10000; b = a | string.truncatewords 1000000; end }}")]
    [InlineData("{{ a = 'a' * 300000; a | regex.matches 'a.*b|a' }}")]
    [InlineData("{{ a = 'a' * 300000; a | regex.split 'a.*b|a' }}")]
    [InlineData("{{ for i in 1..90000; x = 'a' | regex.match ('a' + i); end }}")]
    [InlineData("{{ s = 'a' * 1000000; p = ('a' * 5000) + 'b'; s | string.index_of p }}")]
    [InlineData("{{ a = (1..100000 | array.each do; ret 'k' + ($0 * 7919 % 100000); end); for i in 1..20; b = a | array.sort; end }}")]
    [InlineData("{{ x = ('<' * 500000) + '=\"' + ('>' * 1000); x | html.strip }}")]
    [InlineData("{{ x = ('<a=\"x\" ' * 50000) + '=\"' + ('>' * 1000); x | html.strip }}")]
    [InlineData("{{ x = 'a' * 1000000; x | regex.replace '^.*$' ('$0' * 100000) }}")]
    [InlineData("{{ x = 'a' * 1000000; x | regex.replace 'a$' ('$`' * 100000) }}")]
    [InlineData("{{ x = []; for i in 1..100000; x[i] = [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]; end }}")]
    [InlineData("{{ x = {}; for i in 1..40000; x['k' + i] = i; end; for i in 1..40000; z = object.keys x; end }}")]
    [InlineData("{{ x = {}; for i in 1..40000; x['k' + i] = i; end; for i in 1..40000; z = object.values x; end }}")]
    [InlineData("{{ x = 'a' * 1000000; for i in 1..30000; for y in x; break; end; end }}")]
    [InlineData("{{ x = {}; for i in 1..40000; x['k' + i] = i; end; for i in 1..40000; for y in x limit:1; end; end }}")]
    [InlineData("{{ x = 'a' * 1048000; y = 'a' * 1048000; for i in 1..90000; if x < y; end; end }}")]
    [InlineData("{{ x = []; y = 'ab' * 99999; for i in 1..330; x[i] = string.split y 'b'; end }}")]
    [InlineData("{{ ('a' * 1000000) | regex.match '((((((((((a)))))))))|b)*\\\\1' }}")]
    public void Render_WhatWouldNotEnd_OrTakeAllRoom_StopsAtALimit(string template) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);

    [Theory]
    [InlineData("{{ (long + long).size }}")]
    [InlineData("{{ (long * 2).size }}")]
    [InlineData("{{ long == other }}")]
    public void Render_OperatorsThatCopyOrCompareItems_CountThem(string template)
    {
        Value list = Value.From(ValueList.Create([.. Enumerable.Range(0, 1000).Select(i => Value.From(i))]));
        Value other = Value.From(ValueList.Create([.. Enumerable.Range(0, 1000).Select(i => Value.From(i))]));
        var model = new Dictionary<string, Value>(StringComparer.Ordinal) { ["long"] = list, ["other"] = other };
        Template parsed = Template.Parse(template).GetOrThrow();
        parsed.Render(model, new RenderSettings { MaxOperations = 5_000 });
        Should.Throw<TemplateRuntimeException>(() => parsed.Render(model, new RenderSettings { MaxOperations = 245 })).Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
    }

    [Theory]
    [InlineData("{{ stop; for i in 1..3; end }}")]
    [InlineData("{{ stop; while true; end }}")]
    [InlineData("{{ stop; l | array.sort }}")]
    [InlineData("{{ stop; a = l + l }}")]
    [InlineData("{{ stop; a = l * 2 }}")]
    [InlineData("{{ stop; l == [1, 2, 3] }}")]
    [InlineData("{{ stop; func f; end; f }}")]
    [InlineData("{{ stop; a = 'x' * 100 }}")]
    public void Render_CancelledWhileItRuns_Stops(string template)
    {
        using var source = new CancellationTokenSource();
        var options = new TemplateOptions { Functions = TemplateFunctions.None.With("stop", () => { source.Cancel(); return Value.Null; }) };
        Should.Throw<OperationCanceledException>(() => Template.Parse(template, options).GetOrThrow().Render(Models.Default, cancellationToken: source.Token));
    }

    [Theory]
    [InlineData("{{ for i in 1..3; a = (1..40 | array.each @math.abs); end }}")]
    [InlineData("{{ for i in 1..3; a = (1..40 | array.filter @string.empty); end }}")]
    [InlineData("{{ for i in 1..3; a = (1..40 | array.any @string.empty); end }}")]
    public void Render_Callbacks_CountAsRounds(string template) =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse(template).GetOrThrow().Render(Models.Default, Small)).Diagnostic.Message.ShouldBe(Rounds);

    [Fact]
    public void Render_OfManyLongTexts_FitsTheLimits() =>
        Models.Render("{{ a = 'x' * 100000; for i in 1..50; b = string.upcase a | string.append a; end; b.size; [3, 1, 2] * 20000 | array.sort | array.first }}").ShouldBe("2000001");

    [Fact]
    public void Render_InsideItselfWithoutEnd_FailsInsteadOfEndingTheProcess()
    {
        Template? self = null;
        var options = new TemplateOptions { Functions = TemplateFunctions.None.With("again", () => self!.Render(Models.Default)) };
        self = Template.Parse("{{ again }}", options).GetOrThrow();
        Exception? failure = Should.Throw<TemplateRuntimeException>(() => self.Render(Models.Default));
        while (failure.InnerException is not null)
        {
            failure = failure.InnerException;
        }

        failure.ShouldBeOfType<TemplateRuntimeException>().Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
        Models.Render("{{ x }}").ShouldBe("5");
    }

    [Theory]
    [InlineData("en-x-shop")]
    [InlineData("en-ZZ")]
    [InlineData("en_US")]
    [InlineData("de-US")]
    [InlineData("zh-x-a")]
    public void Render_CultureThatIsMadeUp_IsRefused(string name) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render($"{{{{ math.format 1 'N' '{name}' }}}}")).Message.ShouldContain($"there is no culture \"{name}\"");

    [Fact]
    public void Settings_ThatCannotBe_AreRefused()
    {
        Should.Throw<ArgumentNullException>(() => new TemplateOptions { Functions = null! });
        Should.Throw<ArgumentNullException>(() => new TemplateOptions { Partials = null! });
        Should.Throw<ArgumentNullException>(() => NameBinding.Group(null!));
        Should.Throw<ArgumentNullException>(() => NameBinding.Value(0, null!));
        Should.Throw<ArgumentOutOfRangeException>(() => new RenderSettings { MaxOperations = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RenderSettings { MaxRegexTime = TimeSpan.Zero });
        Should.Throw<ArgumentOutOfRangeException>(() => new TemplateOptions { MaxNesting = 0 });
    }

    [Fact]
    public void Render_TextWithoutCode_MayNotBeLongerEither()
    {
        Template text = Template.Parse(new string('x', 1001)).GetOrThrow();

        Should.Throw<TemplateRuntimeException>(() => text.Render(Models.Default, Small)).Diagnostic.Message.ShouldBe(Output);
        text.Render(Models.Default, Small with { MaxOutputLength = 1001 }).ShouldBe(text.Source);
    }

    [Fact]
    public void Render_ListsJoinedInALoop_FitsTheLimits() => Models.Render("{{ a = []; for i in 1..3000; a = a + [i]; end; a.size }}").ShouldBe("3000");

    [Fact]
    public void Render_CallsAsDeepAsAllowed_Work() => Models.Render("{{ func f(n); ret n < 1 ? 0 : (f n - 1) + 1; end; f 98 }}").ShouldBe("98");

    [Theory]
    [InlineData("{{ for i in 1..100000; end }}")]
    [InlineData("{{ while true; end }}")]
    [InlineData("{{ func f; end; f }}")]
    [InlineData("{{ l | array.filter @string.empty }}")]
    [InlineData("{{ l | array.sort }}")]
    [InlineData("text")]
    public void Render_WhenCancelled_Stops(string template)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => Template.Parse(template).GetOrThrow().Render(Models.Default, cancellationToken: source.Token));
        Models.Render("{{ x }}").ShouldBe("5");
    }
}
