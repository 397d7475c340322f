using System.Globalization;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

/// <summary>Numbers, dates and lists as the reader's language writes them.</summary>
public sealed class LocaleFunctionTests
{
    private static readonly TestScope Scope = new TestScope().Add("day", StaticType.Date).Add("none", StaticType.Any);
    private static readonly SlotValues Values = new(Value.From(new DateTime(2026, 3, 2, 14, 5, 0, DateTimeKind.Utc)), Value.Null);

    [Theory]
    [InlineData("en", "{{ ['a'] | locale.list }}, {{ ['a', 'b'] | locale.list }}, {{ ['a', 'b', 'c'] | locale.list }}.", "a, a and b, a, b and c.")]
    [InlineData("en", "{{ ['a', 'b', 'c'] | locale.list_or }}", "a, b or c")]
    [InlineData("de-AT", "{{ [1.5, 2, 3] | locale.list }}", "1,5, 2 und 3")]
    [InlineData("zh-CN", "{{ ['甲', '乙', '丙'] | locale.list }} {{ ['甲', '乙'] | locale.list_or }}", "甲、乙和丙 甲或乙")]
    [InlineData("ja", "{{ ['甲', '乙'] | locale.list }} {{ ['甲', '乙'] | locale.list_or }}", "甲、乙 甲または乙")]
    [InlineData("th", "{{ ['a', 'b'] | locale.list }}", "a, b")]
    [InlineData("en", "[{{ [] | locale.list }}{{ none | locale.list }}]", "[]")]
    [InlineData("en", "{{ 1234567.5 | locale.number }} {{ 2 | locale.number }} {{ 2 | locale.number 2 }} {{ 0.12345 | locale.number }}", "1,234,567.5 2 2.00 0.123")]
    [InlineData("de", "{{ 1234567.5 | locale.number }}", "1.234.567,5")]
    [InlineData("en-GB", "{{ day | locale.date }} {{ day | locale.time }}", "2 March 2026 14:05")]
    [InlineData("fr", "{{ day | locale.date }}", "2 mars 2026")]
    [InlineData("es", "{{ day | locale.date }}", "2 de marzo de 2026")]
    [InlineData("da", "{{ day | locale.date }}", "2. marts 2026")]
    [InlineData("zh-CN", "{{ day | locale.date }} {{ none | locale.date }}", "2026年3月2日 ")]
    [InlineData("en", "{{ day }}", "02 Mar 2026")]
    [InlineData("zh-CN", "{{ day }}", "2026年3月2日")]
    [InlineData("ja", "{{ day }}", "2026年3月2日")]
    public void Render_InALanguage_WritesAsItDoes(string culture, string template, string expected) =>
        Template.Parse(template, new TemplateOptions { Scope = Scope }).GetOrThrow()
            .Render(Values, new RenderSettings { Culture = CultureInfo.GetCultureInfo(culture) }).ShouldBe(expected);

    [Theory]
    [InlineData("{{ 'many' | locale.number }}", "(1,4): \"locale.number\" needs a number as \"number\", not a text. Turn the text into a number with \"string.to_int\" or \"string.to_double\".")]
    [InlineData("{{ 2 | locale.number 99 }}", "(1,8): \"locale.number\": the number of decimals must be 0 to 15.")]
    public void Render_OfSomethingElse_Fails(string template, string message) =>
        Template.Parse(template).Diagnostics.Select(diagnostic => diagnostic.ToString())
            .Concat(Template.Parse(template).Value is { } parsed ? [Should.Throw<TemplateRuntimeException>(() => parsed.Render(Values)).Message] : [])
            .ShouldContain(message);

    [Fact]
    public void Date_InAnyLanguage_HasDayAndYearAndNoDayOfTheWeek()
    {
        Template template = Template.Parse("{{ day | locale.date }}", new TemplateOptions { Scope = Scope }).GetOrThrow();
        foreach (string name in new[] { "en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "sv", "pl", "cs", "fi", "tr", "uk", "da", "nb", "he", "hi", "vi" })
        {
            var culture = CultureInfo.GetCultureInfo(name);
            string date = template.Render(Values, new RenderSettings { Culture = culture });
            date.ShouldContain("2026", customMessage: name);
            date.ShouldNotContain(culture.DateTimeFormat.GetDayName(DayOfWeek.Monday), customMessage: name);
            date.ShouldNotMatch("^[\\s,]|[\\s,]$", name);
        }
    }
}
