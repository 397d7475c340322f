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

    /// <summary>The other functions that follow the reader's language.</summary>
    [Theory]
    [InlineData("tr-TR", "{{ 'istanbul' | string.capitalize }} {{ 'istanbul izmir' | string.capitalizewords }} {{ 'istanbul' | string.upcase }}", "İstanbul İstanbul İzmir ISTANBUL")]
    [InlineData("tr-TR", "{{ 'TITLE' | string.index_of 'title' none none 'CurrentCultureIgnoreCase' }} {{ 'TITLE' | string.index_of 'title' none none 'OrdinalIgnoreCase' }}", "-1 0")]
    [InlineData("sv-SE", "{{ ['z', 'ä', 'a'] | array.sort }} {{ [{n: 'ä'}, {n: 'z'}] | array.sort 'n' | array.map 'n' }}", "[\"a\", \"z\", \"ä\"] [\"z\", \"ä\"]")]
    [InlineData("de-DE", "{{ ['z', 'ä', 'a'] | array.sort }}", "[\"a\", \"ä\", \"z\"]")]
    [InlineData("de-DE", "{{ ('1.000,5' | string.to_double) * 2 }} {{ '1.000,5' | string.to_float }} {{ '1.5' | string.to_double }}", "2001 1000,5 15")]
    [InlineData("de-DE", "{{ timespan.parse '1:00:00,5' }} {{ math.format 1234.5 'N1' }} {{ object.format 1234.5 'N1' }} {{ math.format 1234.5 'N1' 'en-US' }} {{ $'{1.5}' }} {{ 'a' + 1.5 }}", "01:00:00.5000000 1.234,5 1.234,5 1,234.5 1,5 a1,5")]
    [InlineData("de-DE", "{{ date.parse '5. März 2026' | date.to_string '%B' }} {{ day | date.to_string '%A' }} {{ day | date.to_string '%A' 'fr-FR' }} {{ date.parse '3/5/2026' none 'en-US' | date.to_string '%F' }}", "März Montag lundi 2026-03-05")]
    public void Render_InALanguage_FollowsIt(string culture, string template, string expected) => Render_InALanguage_WritesAsItDoes(culture, template, expected);

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
