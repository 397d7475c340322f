using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class RegexFunctionTests
{
    [Theory]
    [InlineData("{{ \"a.b\" | regex.escape }} {{ 'a\\\\.b' | regex.unescape }}", "a\\.b a.b")]
    [InlineData("{{ \"this is a text123\" | regex.match `(\\w+) a ([a-z]+\\d+)` }}", "[\"is a text123\", \"is\", \"text123\"]")]
    [InlineData("{{ \"abc\" | regex.match 'x' }}{{ (\"abc\" | regex.match 'x').size }}", "[]0")]
    [InlineData("{{ \"aXbx\" | regex.replace 'x' '-' 'i' }} {{ \"ab12\" | regex.replace '([a-z]+)(\\\\d+)' '$2$1' }} {{ \"abc\" | regex.replace 'b' '' }}", "a-b- 12ab ac")]
    [InlineData("{{ \"a, b   , c,    d\" | regex.split `\\s*,\\s*` }} {{ 'aaa' | regex.split '' }} {{ 'a1b' | regex.split '(\\\\d)' }}", "[\"a\", \"b\", \"c\", \"d\"] [\"\", \"a\", \"a\", \"a\", \"\"] [\"a\", \"1\", \"b\"]")]
    [InlineData("{{ \"ab\" | regex.matches '(a)|(b)' }}", "[[\"a\", \"a\", \"\"], [\"b\", \"\", \"b\"]]")]
    [InlineData("{{ \"a\\nb\" | regex.matches '^.$' 'm' }} {{ \"a\\nb\" | regex.match 'a.b' 's' | array.size }} {{ 'ab' | regex.match 'a b' 'x' }}", "[[\"a\"], [\"b\"]] 1 [\"ab\"]")]
    [InlineData("{{ \"aab\" | regex.match '(?=a)a' }} {{ 'abab' | regex.replace '(ab)\\\\1' 'x' }}", "[\"a\"] x")]
    [InlineData("{{ regex.match s 'l' n }} {{ regex.split '' 'l' }} {{ regex.matches 'Straße' 'SS' 'i' }} {{ regex.match 'aé' '\\\\w+' }} {{ regex.replace '' '' 'x' }}", "[\"l\"] [\"\"] [] [\"aé\"] x")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ 'a' | regex.match '(' }}", "(1,10): \"regex.match\": \"(\" is no regular expression: InsufficientClosingParentheses at character 1.")]
    [InlineData("{{ regex.unescape `\\u12` }}", "(1,4): \"regex.unescape\": \"\\u12\" has an escape that is none, at character 2.")]
    [InlineData("{{ 'a' | regex.replace 'a' '$99999999999' }}", "(1,10): \"regex.replace\": \"replace\" names a group by a number that no group can have; \"$$\" is a dollar sign.")]
    public void Render_WithAWrongPattern_SaysWhatIsWrongWithIt(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);

    [Fact]
    public void Render_APatternThatWouldTryAllWays_TakesNoTime() =>
        Template.Parse("{{ x | regex.match '^(a+)+$' | array.size }}").GetOrThrow()
            .Render(new Dictionary<string, Value> { ["x"] = Value.From(new string('a', 100_000) + "!") })
            .ShouldBe("0");

    [Fact]
    public void Render_ALookAheadThatWouldTryAllWays_IsCutOff()
    {
        Template template = Template.Parse("{{ x | regex.match '(?=(a|aa)+$)a' }}").GetOrThrow();
        var model = new Dictionary<string, Value> { ["x"] = Value.From(new string('a', 200) + "!") };
        TemplateRuntimeException problem = Should.Throw<TemplateRuntimeException>(() => template.Render(model, new RenderSettings { MaxRegexTime = TimeSpan.FromMilliseconds(20) }));
        problem.Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);
        problem.Message.ShouldBe("(1,8): \"regex.match\": \"(?=(a|aa)+$)a\" takes longer than the 20 milliseconds that all regular expressions have together, the limit of RenderSettings.MaxRegexTime.");
    }

    [Fact]
    public void Render_AReplacementThatGrows_IsCutOff() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ y = 'x'; for i in 1..10; y = y | regex.replace '' 'xxxxxxxxxxxxxxxx'; end }}"))
            .Diagnostic.Code.ShouldBe(TemplateDiagnosticCode.RuntimeLimit);

    [Theory]
    [InlineData("{{ n | regex.match 'a' }}", "(1,8): \"regex.match\": \"text\" must be a text, not nothing (null).")]
    [InlineData("{{ s | regex.split n }}", "(1,8): \"regex.split\": \"pattern\" must be a text, not nothing (null).")]
    [InlineData("{{ s | regex.replace 'a' n }}", "(1,8): \"regex.replace\": \"replace\" must be a text, not nothing (null).")]
    [InlineData("{{ n | regex.escape }}", "(1,8): \"regex.escape\": \"pattern\" must be a text, not nothing (null).")]
    public void Render_WhatScribanRefuses_SaysWhy(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);

    [Fact]
    public void Render_ManyShortExpressions_AreCutOffTogether() =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse("{{ a = 'a' * 12 + 'b'; for i in 1..50000; regex.match a '(?=(a|aa)+$)a'; end }}").GetOrThrow().Render(Models.Default, new RenderSettings { MaxRegexTime = TimeSpan.FromMilliseconds(100) }))
            .Diagnostic.Message.ShouldContain("that all regular expressions have together");

    [Fact]
    public void Render_ManyExpressionsThatTakeLong_AreCutOffTogether() =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse("{{ a = 'a' * 22 + 'b'; for i in 1..10000; regex.match a '(?=(a|aa)+$)a'; end }}").GetOrThrow().Render(Models.Default, new RenderSettings { MaxRegexTime = TimeSpan.FromMilliseconds(50) }))
            .Diagnostic.Message.ShouldContain("that all regular expressions have together");
}
