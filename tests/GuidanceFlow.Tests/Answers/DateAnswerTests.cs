using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Answers;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>semantics.md, "Answers": days, written out and told from today.</summary>
public sealed class DateAnswerTests
{
    // A Monday.
    private static readonly DateOnly Today = new(2026, 3, 2);

    // What is expected: the day, "!" for one that does not exist, two days of which either may be meant, or null for no day.
    [Theory]
    [InlineData("2026-01-05", "2026-01-05")]
    [InlineData("2026/1/5", "2026-01-05")]
    [InlineData("2026.01.05.", "2026-01-05")]
    [InlineData("5 January 2026", "2026-01-05")]
    [InlineData("the 5th of January, 2026", "2026-01-05")]
    [InlineData("Jan. 5, 2026", "2026-01-05")]
    [InlineData("January 5th 2026!", "2026-01-05")]
    [InlineData("on 5 Jan", "2027-01-05")]
    [InlineData("3 March", "2026-03-03")]
    [InlineData("2 March", "2026-03-02")]
    [InlineData("29 February", "2028-02-29")]
    [InlineData("13/4/2026", "2026-04-13")]
    [InlineData("4/13/2026", "2026-04-13")]
    [InlineData("4/13/26", "2026-04-13")]
    [InlineData("5.1.2026", "2026-01-05")]
    [InlineData("5. 1. 2026", "2026-01-05")]
    [InlineData("5/6/2026", "2026-05-06 2026-06-05")]
    [InlineData("5/5/2026", "2026-05-05")]
    [InlineData("12/3", "2026-12-03 2026-03-12")]
    [InlineData("2026年1月5日", "2026-01-05")]
    [InlineData("２０２６年１月５号", "2026-01-05")]
    [InlineData("十二月二十五日", "2026-12-25")]
    [InlineData("1月5日", "2027-01-05")]
    [InlineData("2026-02-30", "!")]
    [InlineData("31 April", "!")]
    [InlineData("13月1日", "!")]
    [InlineData("1800-01-01", "!")]
    [InlineData("32/13/2026", "!")]
    [InlineData("January", null)]
    [InlineData("2026", null)]
    [InlineData("5", null)]
    [InlineData("5 apples", null)]
    [InlineData("5 January or 6 January", null)]
    [InlineData("5 January 2026 at noon", null)]
    public void A_day_that_is_written_out_is_read(string answer, string? expected) => Read(answer).ShouldBe(expected);

    [Theory]
    [InlineData("today", "2026-03-02")]
    [InlineData("Tomorrow.", "2026-03-03")]
    [InlineData("yesterday", "2026-03-01")]
    [InlineData("the day after tomorrow", "2026-03-04")]
    [InlineData("in 3 days", "2026-03-05")]
    [InlineData("in two weeks", "2026-03-16")]
    [InlineData("a week ago", "2026-02-23")]
    [InlineData("one month ago", "2026-02-02")]
    [InlineData("10 days from now", "2026-03-12")]
    [InlineData("in a year", "2027-03-02")]
    [InlineData("Monday", "2026-03-09")]
    [InlineData("on Friday", "2026-03-06")]
    [InlineData("Fri", "2026-03-06")]
    [InlineData("this Friday", "2026-03-06")]
    [InlineData("next Monday", "2026-03-09")]
    [InlineData("next Friday", "2026-03-06 2026-03-13")]
    [InlineData("last Friday", "2026-02-27")]
    [InlineData("coming Friday", "2026-03-06")]
    [InlineData("明天", "2026-03-03")]
    [InlineData("大后天", "2026-03-05")]
    [InlineData("前天", "2026-02-28")]
    [InlineData("三天后", "2026-03-05")]
    [InlineData("3天前", "2026-02-27")]
    [InlineData("两个星期以后", "2026-03-16")]
    [InlineData("一个月前", "2026-02-02")]
    [InlineData("下周五", "2026-03-13")]
    [InlineData("上周日", "2026-03-01")]
    [InlineData("本周三", "2026-03-04")]
    [InlineData("这个星期天", "2026-03-08")]
    [InlineData("星期五吧", "2026-03-06")]
    [InlineData("next week", null)]
    [InlineData("soon", null)]
    [InlineData("in days", null)]
    [InlineData("in 99999999 years", null)]
    [InlineData("tomorrow or Friday", null)]
    [InlineData("not tomorrow", null)]
    [InlineData("下周", null)]
    public void A_day_that_is_told_from_today_is_read(string answer, string? expected) => Read(answer).ShouldBe(expected);

    // Asked "when did you buy it?", a day without a year lies behind.
    [Theory]
    [InlineData("5 January", "2026-01-05")]
    [InlineData("3 March", "2025-03-03")]
    [InlineData("2 March", "2026-03-02")]
    [InlineData("29 February", "2024-02-29")]
    [InlineData("Monday", "2026-02-23")]
    [InlineData("Sunday", "2026-03-01")]
    [InlineData("last Sunday", "2026-03-01")]
    [InlineData("12月25日", "2025-12-25")]
    public void A_day_without_a_year_is_the_last_one_where_the_question_says_so(string answer, string expected) => Read(answer, past: true).ShouldBe(expected);

    [Fact]
    public void Last_friday_on_a_saturday_may_be_two_days() => Read("last Friday", today: new DateOnly(2026, 3, 7)).ShouldBe("2026-03-06 2026-02-27");

    [Theory]
    [InlineData("en-US", "5/6/2026", "2026-05-06")]
    [InlineData("en-GB", "5/6/2026", "2026-06-05")]
    [InlineData("de", "5/6/2026", "2026-06-05")]
    [InlineData("de", "5. März 2026", "2026-03-05")]
    [InlineData("fr", "5 décembre 2026", "2026-12-05")]
    [InlineData("zh-CN", "5/6/2026", "2026-05-06")]
    [InlineData("zh-CN", "5 March 2026", "2026-03-05")]
    public void A_day_is_read_as_the_language_writes_it(string culture, string answer, string expected) => Read(answer, culture).ShouldBe(expected);

    [Fact]
    public void Every_day_is_read_back_as_it_is_written()
    {
        Gen<DateOnly> days = Gen.Choose(0, 365 * 290).Select(day => new DateOnly(1905, 1, 1).AddDays(day));
        Prop.ForAll(
            days.ToArbitrary(),
            day =>
            {
                string iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                string[] forms = [iso, day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture), day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("d.M.yyyy", CultureInfo.InvariantCulture)];
                return forms.All(form => Read(form) == iso);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_day_is_the_customers_own_where_the_host_says_where_that_is()
    {
        var conversation = new Conversation(Flow(string.Empty)) { Now = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(-8)) };

        // In UTC it is March 3 already.
        conversation.Say("today").Turn.Answer!.Value.ShouldBe(Value.From(new DateTime(2026, 3, 2)));
    }

    [Fact]
    public void A_day_is_saved_and_outlives_its_snapshot()
    {
        Conversation conversation = new Conversation(Flow(string.Empty)).Say("5 January 2026");
        Conversation reread = conversation.Reread();

        reread.Bytes.ShouldBe(conversation.Bytes);
        reread.Say("yes").Said[0].ShouldBe("05 Jan 2026, 05 Jan 2026");
    }

    [Fact]
    public void A_day_that_does_not_exist_is_invalid()
    {
        Turn turn = new Conversation(Flow(string.Empty)).Say("2026-02-30").Turn;

        (turn.Result, turn.Reason).ShouldBe((TurnResult.Invalid, TurnReason.NotADate));
    }

    [Fact]
    public void A_day_from_an_interpreter_is_taken_without_its_time()
    {
        Value given = Value.From(new DateTime(2026, 1, 5, 13, 30, 0, DateTimeKind.Utc));
        new Conversation(Flow(string.Empty)).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(given, "model") }).Turn.Answer!.Value.ShouldBe(Value.From(new DateTime(2026, 1, 5)));
        new Conversation(Flow(string.Empty)).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From("2026-01-05"), "model") }).Turn.Answer!.Value.ShouldBe(Value.From(new DateTime(2026, 1, 5)));
        new Conversation(Flow(string.Empty)).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From("soon"), "model") }).Turn.Result.ShouldBe(TurnResult.NoMatch);
    }

    private static Flow Flow(string more) => Flows.Of(
        $$"""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "date"{{more}} }, "save": "day" }, """ + Flows.YesNo("on") + """, { "id": "say", "type": "say", "text": "{{ day }}, {{ answers.q }}" } """,
        """ "data": { "day": "date" }, """);

    private static string? Read(string answer, string culture = "en", bool past = false, DateOnly? today = null)
    {
        AnswerMatch match = DateMatcher.Match(past, answer, CultureInfo.GetCultureInfo(culture), today ?? Today);
        return match.Kind switch
        {
            AnswerMatchKind.Matched when match.Value.TryGetDate(out DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            AnswerMatchKind.Ambiguous => string.Join(' ', match.Candidates),
            AnswerMatchKind.Invalid => "!",
            _ => null,
        };
    }
}
