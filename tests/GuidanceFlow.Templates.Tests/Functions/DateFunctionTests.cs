using System.Globalization;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class DateFunctionTests
{
    private static readonly TestScope Scope = new TestScope().Add("winter", StaticType.Date).Add("autumn", StaticType.Date).Add("wait", StaticType.Duration);

    private static readonly SlotValues Values = new(
        Value.From(new DateTime(2016, 1, 5, 14, 3, 9, DateTimeKind.Utc)),
        Value.From(new DateTime(2016, 11, 15, 2, 3, 9, DateTimeKind.Utc)),
        Value.From(TimeSpan.FromHours(30)));

    [Theory]
    [InlineData("{{ winter }} {{ [winter] }} {{ 'on ' + winter }}", "05 Jan 2016 [05 Jan 2016] on 05 Jan 2016")]
    [InlineData("{{ winter | date.to_string '%a|%A|%b|%B|%c|%C|%d|%D|%e|%F|%h|%H|%I|%j|%k|%l|%L' }}", "Tue|Tuesday|Jan|January|Tue Jan 05 14:03:09 2016|20|05|01/05/16| 5|2016-01-05|Jan|14|02|005|14| 2|000")]
    [InlineData("{{ winter | date.to_string '%m|%M|%N|%p|%P|%r|%R|%s|%S|%T|%u|%U|%v|%V|%w|%W|%x|%X|%y|%Y|%z|%Z|%%|%q|%' }}", "01|03|000000000|PM|pm|02:03:09 PM|14:03|1452002589|09|14:03:09|2|02| 5-JAN-2016|01|2|02|01/05/2016|14:03:09|16|2016|%z|+00:00|%|%q|%")]
    [InlineData("{{ autumn | date.to_string '%e %k %l %I %P %j %U %W %V %G' }}", "15  2  2 02 am 320 47 47 46 %G")]
    [InlineData("{{ autumn | date.to_string '%A %d %B' 'fr-FR' }}", "mardi 15 novembre")]
    [InlineData("{{ autumn - winter }} {{ winter + wait }} {{ wait + wait }} {{ winter < autumn }} {{ winter == winter }}", "314.12:00:00 06 Jan 2016 2.12:00:00 true true")]
    [InlineData("{{ wait.total_hours }} {{ wait.hours }} {{ winter.year }}-{{ winter.month }}", "30 6 2016-1")]
    [InlineData("{{ date.now }} {{ date.now.hour }}", "01 Jan 0001 0")]
    public void Render_Date_PrintsIt(string template, string expected) =>
        Template.Parse(template, new TemplateOptions { Scope = Scope }).GetOrThrow().Render(Values).ShouldBe(expected);

    [Theory]
    [InlineData("{{ date.parse '10:30' }}", "2031-07-05 10:30")]
    [InlineData("{{ date.parse '12:00Z' }}", "2031-07-05 12:00")]
    [InlineData("{{ date.parse '01:00+02:00' }}", "2031-07-04 23:00")]
    [InlineData("{{ date.parse 'March 5' }}", "2031-03-05 00:00")]
    [InlineData("{{ date.parse 'March 31' }}", "2031-03-31 00:00")]
    [InlineData("{{ date.parse '10:00 3/25' }}", "2031-03-25 10:00")]
    [InlineData("{{ date.parse '25. März' culture:'de-DE' }}", "2031-03-25 00:00")]
    [InlineData("{{ date.parse '3月25日' culture:'zh-CN' }}", "2031-03-25 00:00")]
    [InlineData("{{ date.parse '2/29' }}|{{ date.parse '02-29' '%m-%d' }}|{{ date.parse 'soon' }}{{ date.parse 'February' }}", "||")]
    [InlineData("{{ date.parse '10:30' '%H:%M' }}", "2031-07-05 10:30")]
    [InlineData("{{ date.parse '03-05 10:30' '%m-%d %H:%M' }}", "2031-03-05 10:30")]
    [InlineData("{{ date.parse '5. März' '%e. %B' 'de-DE' }}", "2031-03-05 00:00")]
    [InlineData("{{ date.parse '5' '%e' }}", "2031-01-05 00:00")]
    [InlineData("{{ date.parse '25/3/2569' culture:'th-TH' }}", "2026-03-25 00:00")]
    [InlineData("{{ date.parse '2030-03-25 10:00Z' }}", "2030-03-25 10:00")]
    [InlineData("{{ date.parse '3/25/09' }}", "2009-03-25 00:00")]
    [InlineData("{{ date.parse 'Tuesday, March 25' }}|{{ date.parse 'Tue, 10:00 March 25' }}|{{ date.parse 'Dienstag, 25. März' culture:'de-DE' }}", "2031-03-25 00:00|2031-03-25 10:00|2031-03-25 00:00")]
    [InlineData("{{ date.parse 'Wednesday, March 25' }}|{{ date.parse 'Wed 25 March' }}|{{ date.parse 'Sunday, March 25' }}", "||")]
    [InlineData("{{ date.parse '3月25日(火)' culture:'ja-JP' }}|{{ date.parse '3月25日(水)' culture:'ja-JP' }}|{{ date.parse '3월 25일 화' culture:'ko-KR' }}|{{ date.parse '3월 25일 수' culture:'ko-KR' }}", "2031-03-25 00:00||2031-03-25 00:00|")]
    [InlineData("{{ date.parse 'Monday 10:00' }}|{{ date.parse 'Tuesday 10:00' }}|{{ date.parse 'Saturday 10:00' }}|{{ date.parse 'Saturday' }}", "||2031-07-05 10:00|")]
    [InlineData("{{ date.parse 'Wednesday, March 25 2026' }}", "2026-03-25 00:00")]
    [InlineData("{{ date.parse 'March 2030' }}", "2030-03-01 00:00")]
    [InlineData("{{ date.parse '0001-01-01 10:00' }}", "0001-01-01 10:00")]
    [InlineData("{{ date.parse '2023-12-31T23:24:00-05:00' }}|{{ date.parse '2023-12-31 23:30+00:00' }}|{{ date.parse '2024-01-01T00:30:00+09:00' }}", "2024-01-01 04:24|2023-12-31 23:30|2023-12-31 15:30")]
    [InlineData("{{ date.parse '2026-12-31T23:59:59' culture:'ar-SA' }}|{{ date.parse '2026-12-31T23:59:59' culture:'th-TH' }}|{{ date.parse '2026-12-31T23:59:59' culture:'fa-IR' }}", "2026-12-31 23:59|2026-12-31 23:59|2026-12-31 23:59")]
    [InlineData("{{ date.parse '1/2' culture:'ar-SA' }}|{{ date.parse '1/2' culture:'fa-IR' }}|{{ date.parse '25/3' culture:'th-TH' }}", "2031-05-22 00:00|2031-04-21 00:00|2031-03-25 00:00")]
    [InlineData("{{ date.parse 'Tuesday, March 25' culture:'ko-KR' }}|{{ date.parse 'Tuesday 25 March' culture:'th-TH' }}|{{ date.parse 'Wed, March 25' culture:'sv-SE' }}", "2031-03-25 00:00|2031-03-25 00:00|")]
    [InlineData("{{ date.parse 'March 25' culture:'ja-JP' }}|{{ date.parse 'Tuesday, March 25' culture:'zh-TW' }}", "2031-03-25 00:00|2031-03-25 00:00")]
    [InlineData("{{ date.parse '31/1' culture:'sv-SE' }}|{{ date.parse '31-1 3 PM-12:00' culture:'de-DE' }}|{{ date.parse '26-1 3 PM' culture:'fr-FR' }}|{{ date.parse '26-1 3 PM-12:00' culture:'de-DE' }}", "2031-01-31 00:00|2031-02-01 03:00|2031-01-26 15:00|2031-01-27 03:00")]
    [InlineData("{{ date.parse '令和8年3月5日' culture:'ja-JP' }}|{{ date.parse '3月25日(火)' culture:'ja-JP' }}|{{ date.parse 'T5月3日' culture:'ja-JP' }}{{ date.parse '令和 5月3日' culture:'ja-JP' }}|{{ date.parse 'T23:59-05:00' culture:'ja-JP' }}|{{ date.parse '5月3日 10:00' culture:'ja-JP' }}|{{ date.parse 'R8.3.5' culture:'ja-JP' }}", "2026-03-05 00:00|2031-03-25 00:00|||2031-05-03 10:00|2026-03-05 00:00")]
    public void Render_DateThatLeavesSomethingOut_IsOfThePresentDayOrYear(string template, string expected)
    {
        var settings = new RenderSettings { Now = new DateTime(2031, 7, 5, 9, 0, 0, DateTimeKind.Utc) };
        string written = template.Replace(" }}", " | date.to_string '%F %R' }}", StringComparison.Ordinal);
        Template.Parse(written, new TemplateOptions { Scope = Scope }).GetOrThrow().Render(Values, settings).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Sunday, February 29", "29 Feb 2032")]
    [InlineData("Sun, 10:00 February 29", "29 Feb 2032")]
    [InlineData("Thursday, February 29", "")]
    [InlineData("Tue, 29 Feb 10:00", "")]
    public void Render_LeapDayWithADayOfTheWeek_IsADateWhereBothFit(string text, string expected) =>
        Template.Parse($"{{{{ date.parse '{text}' }}}}").GetOrThrow().Render(Models.Default, new RenderSettings { Now = new DateTime(2032, 1, 1) }).ShouldBe(expected);

    [Theory]
    [InlineData("th-TH", "25/3/2669", "2126-03-25")]
    [InlineData("th-TH", "25/3/2469", "1926-03-25")]
    [InlineData("fa-IR", "1504/1/2", "2125-03-22")]
    [InlineData("ar-SA", "1/2/1318", "1900-05-29")]
    public void Render_YearFarFromThePresent_IsThatYear(string culture, string text, string expected) =>
        Template.Parse($"{{{{ date.parse '{text}' culture:'{culture}' | date.to_string '%F' 'en-US' }}}}").GetOrThrow()
            .Render(Models.Default, new RenderSettings { Now = new DateTime(2026, 3, 5) }).ShouldBe(expected);

    [Theory]
    [InlineData(1, "1900-05-29")]
    [InlineData(9999, "2076-12-27")]
    public void Render_PresentThatTheCalendarDoesNotHave_IsTheClosestThatItHas(int year, string expected) =>
        Template.Parse("{{ date.parse '1/2' culture:'ar-SA' | date.to_string '%F' 'en-US' }}").GetOrThrow()
            .Render(Models.Default, new RenderSettings { Now = new DateTime(year, 1, 1) }).ShouldBe(expected);

    [Fact]
    public void Render_CultureThatTheHostHasChanged_ReadsDatesAsChanged()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-US").Clone();
        DateTimeFormatInfo format = culture.DateTimeFormat;
        format.ShortDatePattern = "dd/MM/yyyy";
        format.MonthDayPattern = "dd MMMM";
        format.YearMonthPattern = "yyyy MMMM";
        format.AMDesignator = "early";
        format.PMDesignator = "late";
        format.MonthNames = [.. format.MonthNames.Select(name => name.Length > 0 ? "X" + name : name)];
        format.MonthGenitiveNames = [.. format.MonthGenitiveNames.Select(name => name.Length > 0 ? "Y" + name : name)];
        format.AbbreviatedMonthNames = [.. format.AbbreviatedMonthNames.Select(name => name.Length > 0 ? "V" + name : name)];
        format.AbbreviatedMonthGenitiveNames = [.. format.AbbreviatedMonthGenitiveNames.Select(name => name.Length > 0 ? "W" + name : name)];
        format.DayNames = [.. format.DayNames.Select(name => "D" + name)];
        format.AbbreviatedDayNames = [.. format.AbbreviatedDayNames.Select(name => "E" + name)];
        string Read(string text, string pattern = "null") => Template.Parse($"{{{{ date.parse '{text}' {pattern} | date.to_string '%F %H' 'en-GB' }}}}").GetOrThrow()
            .Render(Models.Default, new RenderSettings { Culture = culture, Now = new DateTime(2026, 3, 5) });

        string[] read = [Read("4/5/2026"), Read("4/5"), Read("2026 XMay"), Read("3 late 4 YMay"), Read("VMay 2026"), Read("04 WMay", "'%d %b'"), Read("DMonday, 4 YMay"), Read("EMon 4 YMay"), Read("4 early", "'%l %p'"), Read("04/05/2026", "'%x'"), Read("04 YMay", "'M'"), Read("2026 XMay", "'Y'")];
        read.ShouldBe(["2026-05-04 00", "2026-05-04 00", "2026-05-01 00", "2026-05-04 15", "2026-05-01 00", "2026-05-04 00", "2026-05-04 00", "2026-05-04 00", "2026-03-05 04", "2026-05-04 00", "2026-05-04 00", "2026-05-01 00"]);
    }

    public static TheoryData<string, Calendar> Calendars => new()
    {
        { "ar-SA", new HijriCalendar { HijriAdjustment = 1 } },
        { "ar-SA", new UmAlQuraCalendar() },
        { "en-US", new GregorianCalendar() },
        { "fa-IR", new PersianCalendar() },
        { "he-IL", new HebrewCalendar() },
        { "ja-JP", new JapaneseCalendar() },
        { "ko-KR", new KoreanCalendar() },
        { "th-TH", new ThaiBuddhistCalendar() },
        { "zh-TW", new TaiwanCalendar() },
    };

    [Theory]
    [MemberData(nameof(Calendars), DisableDiscoveryEnumeration = true)]
    public void Render_TimeAlone_IsOfThePresentDayInEveryCalendar(string name, Calendar calendar)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.Calendar = calendar;
        Template.Parse("{{ date.parse '10:30' | date.to_string '%F %R' 'en-US' }}").GetOrThrow()
            .Render(Models.Default, new RenderSettings { Culture = culture, Now = new DateTime(2031, 7, 5) }).ShouldBe("2031-07-05 10:30");
    }

    [Fact]
    public void Render_CultureThatTheHostChangesInBetween_ReadsDatesAsItIs()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-US").Clone();
        Template template = Template.Parse("{{ (date.parse '4/5/2026').month }}").GetOrThrow();
        template.Render(Models.Default, new RenderSettings { Culture = culture }).ShouldBe("4");
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        template.Render(Models.Default, new RenderSettings { Culture = culture }).ShouldBe("5");
    }

    [Fact]
    public void Render_CalendarThatTheHostHasChanged_CountsAsChanged()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("ar-SA").Clone();
        culture.DateTimeFormat.Calendar = new HijriCalendar { HijriAdjustment = 2, TwoDigitYearMax = 1410 };
        var written = new DateTime(1447, 3, 5, culture.DateTimeFormat.Calendar);
        Template.Parse("{{ date.parse '5/3/1447' | date.to_string '%F' 'en-US' }} {{ (date.parse '5/3/12').year }}").GetOrThrow().Render(Models.Default, new RenderSettings { Culture = culture })
            .ShouldBe(written.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " " + new DateTime(1312, 3, 5, culture.DateTimeFormat.Calendar).Year.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("{{ date.parse '2/29' }}")]
    [InlineData("{{ date.parse 'February 29' }}")]
    [InlineData("{{ date.parse '02-29' '%m-%d' }}")]
    public void Render_LeapDayWithoutAYear_IsOneInALeapYear(string template) =>
        Template.Parse(template).GetOrThrow().Render(Models.Default, new RenderSettings { Now = new DateTime(2032, 1, 1) }).ShouldBe("29 Feb 2032");

    [Theory]
    [InlineData("U", "Tuesday, 05 January 2016 14:03:09")]
    [InlineData("HH:mm zzz", "14:03 +00:00")]
    [InlineData("yyyy K", "2016 ")]
    public void Render_DateOfNoZone_IsNotOfTheMachinesZone(string format, string expected) =>
        Template.Parse($"{{{{ date.parse '2016-01-05 14:03:09' | object.format '{format}' }}}}").GetOrThrow().Render(Models.Default).ShouldBe(expected);

    [Theory]
    [InlineData("zh-CN", "一月")]
    [InlineData("zh-TW", "1月")]
    [InlineData("sr-RS", "јануар")]
    [InlineData("fil-PH", "Enero")]
    [InlineData("es-419", "enero")]
    public void Render_CultureOfALanguageAndARegion_IsTaken(string culture, string expected) =>
        Template.Parse($"{{{{ winter | date.to_string '%B' '{culture}' }}}}", new TemplateOptions { Scope = Scope }).GetOrThrow().Render(Values).ShouldBe(expected);

    [Fact]
    public void Render_UnknownCulture_Fails() =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse("{{ date.now | date.to_string '%d' 'not a culture' }}").GetOrThrow().Render(Values))
            .Message.ShouldBe("(1,15): \"date.to_string\": there is no culture \"not a culture\"; \"en-US\" is one.");

    [Theory]
    [InlineData("{{ date.parse '2016/01/05' }} {{ date.parse '2018--06--17' '%Y--%m--%d' }} {{ date.parse '2021/11/30 09:50:23Z' }} {{ date.parse '20/01/2022 08:32:48 +00:00' culture:'en-GB' }}", "05 Jan 2016 17 Jun 2018 30 Nov 2021 20 Jan 2022")]
    [InlineData("{{ date.parse '2016/01/05' | date.add_days 1 }} {{ date.parse '2016/01/31' | date.add_months 1 }} {{ date.parse '2016/02/29' | date.add_years 1 }} {{ date.parse '2016/01/05' | date.add_days 1.5 | date.to_string '%F %T' }}", "06 Jan 2016 29 Feb 2016 28 Feb 2017 2016-01-06 12:00:00")]
    [InlineData("{{ '' | date.parse }}|{{ n | date.parse }}|{{ '05.01.2016 07:08' | date.parse '%d.%m.%Y %H:%M' | date.to_string '%F %R' }}", "||2016-01-05 07:08")]
    [InlineData("{{ date.parse_to_string '2016/01/05' '%Y--%m--%d' }} {{ \"03 14, 2016\" | date.parse_to_string \"%b %d, %y\" input_pattern: \"%m %d, %Y\" }}", "2016--01--05 Mar 14, 16")]
    [InlineData("{{ date.parse '2016/01/05' | date.to_string '%d %B %Y' 'fr-FR' }} {{ date.parse '2016/01/05' | date.to_string '%g %d %B' 'fr-FR' }} {{ date.parse '2016/01/05' | date.to_string '%g' 'fr-FR' }} {{ date.default_format }} {{ date.format }}", "05 janvier 2016  05 January  05 Jan 2016 %d %b %Y %d %b %Y")]
    [InlineData("{{ date.parse '2026-03-09' | date.add_years '2' }} {{ date.parse '2026-03-31' | date.add_months '-1' }} {{ date.parse '2026-03-09' | date.add_years n }} {{ date.parse '2026-03-09' | date.add_months 1.5 }} {{ date.parse '2026-03-09' | date.add_months 2.5 }}", "09 Mar 2028 28 Feb 2026 09 Mar 2026 09 May 2026 09 May 2026")]
    [InlineData("{{ d = date.parse '2026-03-09 14:05:06'; d | date.to_string '%D|%R|%v|%U|%W|%V' 'de-DE' }} {{ d | date.to_string '%D|%T|%F' 'tr-TR' }} {{ d | date.to_string '%d.%m.%Y|%y|%C|%j' 'th-TH' }} {{ d | date.to_string '%v' 'ja-JP' }}", "03.09.26|14:05| 9-MAR-2026|10|11|11 03.09.26|14:05:06|2026-03-09 09.03.2569|69|20|068  9-MAR-2026")]
    [InlineData("{{ date.parse '2024-12-30' | date.to_string '%U|%W|%V' }} {{ date.parse '2027-01-03' | date.to_string '%U|%W|%V' }} {{ date.parse '2027-01-03' | date.to_string '%U|%W|%V' 'de-DE' }} {{ date.parse '2027-01-03' | date.to_string '%U|%W|%V' 'fr-FR' }}", "53|53|53 02|01|53 01|53|53 01|53|53")]
    [InlineData("{{ (date.to_string n '%Y') ?? 'z' }} {{ date.parse '2026-03-09' | date.to_string '' }}|", "z |")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ (date.parse 'soon') ?? 'none' }}", "none")]
    [InlineData("{{ date.parse '2016-01-05T10:00:00+02:00' | date.to_string '%F %T' }}", "2016-01-05 08:00:00")]
    [InlineData("{{ date.parse_to_string '2016/01/05' }}|{{ date.parse_to_string 'soon' }}|{{ date.utc_now }}", "05 Jan 2016||01 Jan 0001")]
    public void Render_Template_GivesWhatHoldsOnEveryMachine(string template, string expected) => Models.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ date.parse '5' (string.pad_left 'd' 1001) }}", "(1,4): \"date.parse\": a date's pattern has at most 1000 characters, and this has 1001.")]
    [InlineData("{{ date.parse '5' '%j' }}", "(1,4): \"date.parse\": no date can be read with \"%j\"; \"%d.%m.%Y %H:%M\" is a pattern that can be read.")]
    [InlineData("{{ date.now | date.add_years (-1) }}", "(1,15): \"date.add_years\": -1 leads beyond the years 1 to 9999.")]
    [InlineData("{{ date.now | date.to_string n }}", "(1,15): \"date.to_string\": \"pattern\" must be a text, not nothing (null).")]
    [InlineData("{{ n | date.add_days 1 }}", "(1,8): \"date.add_days\": \"date\" must be a date, not nothing (null).")]
    public void Render_WhatCannotBe_SaysWhy(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);

    [Theory]
    [InlineData("{{ date.now }}", "(1,4): The date 0001-01-01 lies outside of the calendar that the culture \"ar-SA\" counts by.")]
    [InlineData("{{ date.now | date.to_string '%x' }}", "(1,15): \"date.to_string\": a date lies outside of the calendar that the culture \"ar-SA\", or the one named, counts by.")]
    [InlineData("{{ date.now | object.format 'D' }}", "(1,15): \"object.format\": a date lies outside of the calendar that the culture \"ar-SA\", or the one named, counts by.")]
    public void Render_DateOutsideOfTheCalendar_NamesThePlace(string template, string expected) =>
        Should.Throw<TemplateRuntimeException>(() => Template.Parse(template).GetOrThrow().Render(Models.Default, new RenderSettings { Culture = CultureInfo.GetCultureInfo("ar-SA") }))
            .Diagnostic.ToString().ShouldBe(expected);
}
