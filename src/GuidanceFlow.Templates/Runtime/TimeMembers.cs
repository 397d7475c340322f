using System.Collections.Frozen;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>The members of dates and durations, such as <c>date.now.year</c>.</summary>
internal static class TimeMembers
{
    private static readonly FrozenDictionary<string, Func<DateTime, Value>> OfDate = new Dictionary<string, Func<DateTime, Value>>(StringComparer.Ordinal)
    {
        ["year"] = static date => Value.From(date.Year),
        ["month"] = static date => Value.From(date.Month),
        ["day"] = static date => Value.From(date.Day),
        ["day_of_year"] = static date => Value.From(date.DayOfYear),
        ["hour"] = static date => Value.From(date.Hour),
        ["minute"] = static date => Value.From(date.Minute),
        ["second"] = static date => Value.From(date.Second),
        ["millisecond"] = static date => Value.From(date.Millisecond),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<TimeSpan, Value>> OfDuration = new Dictionary<string, Func<TimeSpan, Value>>(StringComparer.Ordinal)
    {
        ["days"] = static duration => Value.From(duration.Days),
        ["hours"] = static duration => Value.From(duration.Hours),
        ["minutes"] = static duration => Value.From(duration.Minutes),
        ["seconds"] = static duration => Value.From(duration.Seconds),
        ["milliseconds"] = static duration => Value.From(duration.Milliseconds),
        ["total_days"] = static duration => Value.From(duration.TotalDays),
        ["total_hours"] = static duration => Value.From(duration.TotalHours),
        ["total_minutes"] = static duration => Value.From(duration.TotalMinutes),
        ["total_seconds"] = static duration => Value.From(duration.TotalSeconds),
        ["total_milliseconds"] = static duration => Value.From(duration.TotalMilliseconds),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> DateNames => OfDate.Keys;

    public static IEnumerable<string> DurationNames => OfDuration.Keys;

    public static Value Get(DateTime date, string name) => OfDate.TryGetValue(name, out Func<DateTime, Value>? read) ? read(date) : Value.Null;

    public static Value Get(TimeSpan duration, string name) => OfDuration.TryGetValue(name, out Func<TimeSpan, Value>? read) ? read(duration) : Value.Null;
}
