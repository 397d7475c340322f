using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Answers;

/// <summary>Reads days that are told from today, in English and Chinese: tomorrow, in three days, a week ago, Monday; 明天, 三天后, 下周一.</summary>
internal static partial class RelativeDates
{
    private static readonly FrozenDictionary<string, int> Days = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["today"] = 0,
        ["now"] = 0,
        ["right now"] = 0,
        ["this morning"] = 0,
        ["this afternoon"] = 0,
        ["this evening"] = 0,
        ["tonight"] = 0,
        ["tomorrow"] = 1,
        ["yesterday"] = -1,
        ["day after tomorrow"] = 2,
        ["day before yesterday"] = -2,
        ["今天"] = 0,
        ["今日"] = 0,
        ["现在"] = 0,
        ["明天"] = 1,
        ["明日"] = 1,
        ["后天"] = 2,
        ["大后天"] = 3,
        ["昨天"] = -1,
        ["昨日"] = -1,
        ["前天"] = -2,
        ["大前天"] = -3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Words = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private const string ChineseWeekdays = "一二三四五六日";

    public static DateReading? Read(string text, DateOnly today, bool past) =>
        Days.TryGetValue(text, out int days) ? DateReading.Of(today.AddDays(days)) : ReadDistance(text, today) ?? ReadWeekday(text, today, past);

    private static DateReading? ReadDistance(string text, DateOnly today)
    {
        Match match = Distance().Match(text);
        if (!match.Success)
        {
            match = ChineseDistance().Match(text);
        }

        if (!match.Success || !TryRead(match.Groups["n"].Value, out int count))
        {
            return null;
        }

        count = match.Groups["back"].Success ? -count : count;
        try
        {
            return DateReading.Of(match.Groups["unit"].Value switch
            {
                "day" or "天" or "日" => today.AddDays(count),
                "week" or "周" or "星期" or "礼拜" => today.AddDays(count * 7),
                "month" or "月" => today.AddMonths(count),
                _ => today.AddYears(count),
            });
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Reads a weekday. "Next Friday" is said of two days as long as this week's is still to come.</summary>
    private static DateReading? ReadWeekday(string text, DateOnly today, bool past)
    {
        Match match = Weekday().Match(text);
        int weekday = match.Success ? Array.FindIndex(Weekdays, name => name == match.Groups["day"].Value || (match.Groups["day"].Length == 3 && name.StartsWith(match.Groups["day"].Value, StringComparison.Ordinal))) : -1;
        bool isChinese = !match.Success;
        if (isChinese)
        {
            match = ChineseWeekday().Match(text);
            weekday = match.Success ? ChineseWeekdays.IndexOf(match.Groups["day"].Value.Replace('天', '日'), StringComparison.Ordinal) : -1;
        }

        if (weekday < 0)
        {
            return null;
        }

        // Weeks start on Monday, in Chinese as in ISO 8601.
        DateOnly here = today.AddDays(weekday - (((int)today.DayOfWeek + 6) % 7));
        return match.Groups["which"].Value switch
        {
            "this" or "这" or "本" => DateReading.Of(here),
            "next" => here > today ? Both(here, here.AddDays(7)) : DateReading.Of(here.AddDays(7)),
            "last" => here < today ? Both(here, here.AddDays(-7)) : DateReading.Of(here.AddDays(-7)),
            "下" => DateReading.Of(here.AddDays(7)),
            "上" => DateReading.Of(here.AddDays(-7)),
            "coming" => DateReading.Of(here > today ? here : here.AddDays(7)),
            _ when past => DateReading.Of(here < today ? here : here.AddDays(-7)),
            _ => DateReading.Of(here > today ? here : here.AddDays(7)),
        };
    }

    private static DateReading Both(DateOnly one, DateOnly other) => new([.. DateReading.Of(one).Days, .. DateReading.Of(other).Days]);

    private static bool TryRead(string text, out int number)
    {
        number = text is "an" ? 1 : Array.IndexOf(Words, text) is > 0 and var word ? word : text == "a" ? 1 : -1;
        return number > 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || ChineseNumerals.TryRead(text, out number);
    }

    [GeneratedRegex(@"^(in (?<n>\w+) (?<unit>day|week|month|year)s?|(?<n>\w+) (?<unit>day|week|month|year)s? (?<back>ago)|(?<n>\w+) (?<unit>day|week|month|year)s? from (now|today))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Distance();

    [GeneratedRegex(@"^(?<n>\d{1,4}|[一二两三四五六七八九十]{1,3}) ?个? ?(?<unit>天|日|周|星期|礼拜|月|年) ?(之|以)?((?<back>前)|后)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChineseDistance();

    [GeneratedRegex(@"^((?<which>this|next|last|coming) )?(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^(?<which>[下上这本])?(个)?(周|星期|礼拜)(?<day>[一二三四五六日天])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChineseWeekday();
}
