using System.Globalization;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads a day. Only a whole answer counts, and only one that names one day: "next week" is none, and 5/6 is two where the language is
/// written with the day first in one region and the month first in another.
/// </summary>
internal static class DateMatcher
{
    private static readonly string[] Fillers = ["on ", "by ", "since ", "the ", "it was ", "it is ", "its ", "about ", "around ", "是", "在", "大概", "大约"];

    /// <summary>Reads an answer.</summary>
    /// <param name="past">Whether a day without a year is the last such day.</param>
    /// <param name="raw">What was written.</param>
    /// <param name="culture">The language, which tells the order of day and month.</param>
    /// <param name="today">The customer's day.</param>
    public static AnswerMatch Match(bool past, string raw, CultureInfo culture, DateOnly today)
    {
        string text = AnswerText.Fold(raw).Trim().TrimEnd('.', '!', '。', '吧').Replace(", ", " ", StringComparison.Ordinal).Replace("，", " ", StringComparison.Ordinal).Trim();
        while (Array.Find(Fillers, filler => text.StartsWith(filler, StringComparison.Ordinal)) is { } filler)
        {
            text = text[filler.Length..].TrimStart();
        }

        DateReading reading = RelativeDates.Read(text, today, past) ?? WrittenDates.Read(text, culture) ?? DateReading.None;
        DateOnly[] days = [.. reading.Days.Select(day => day.Resolve(today, past)).OfType<DateOnly>().Distinct()];
        return days.Length switch
        {
            1 => AnswerMatch.Matched(Value.From(days[0].ToDateTime(TimeOnly.MinValue)), AnswerMatch.Exact),
            > 1 => new AnswerMatch(AnswerMatchKind.Ambiguous) { Candidates = [.. days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] },
            _ => reading.Days.Length > 0 ? AnswerMatch.Invalid(TurnReason.NotADate) : AnswerMatch.None,
        };
    }
}
