namespace GuidanceFlow.Answers;

/// <summary>The days that an answer may mean.</summary>
internal sealed record DateReading(params NamedDay[] Days)
{
    public static DateReading None { get; } = new();

    public static DateReading Of(DateOnly day) => new(new NamedDay(day.Year, day.Month, day.Day));
}

/// <summary>A day as it was named.</summary>
/// <param name="Year">The year; null for none named.</param>
/// <param name="Month">The month; need not exist.</param>
/// <param name="Day">The day; need not exist.</param>
internal readonly record struct NamedDay(int? Year, int Month, int Day)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    // From one leap year to the next, even over 2100.
    private const int LongestWait = 8;

    /// <summary>The day; null when there is none such.</summary>
    public DateOnly? Resolve(DateOnly today, bool past)
    {
        if (Month is < 1 or > 12 || Day < 1)
        {
            return null;
        }

        if (Year is { } year)
        {
            return year is >= FirstYear and <= LastYear && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
        }

        for (int i = 0; i <= LongestWait; i++)
        {
            int candidate = today.Year + (past ? -i : i);
            if (candidate is >= FirstYear and <= LastYear && Day <= DateTime.DaysInMonth(candidate, Month)
                && new DateOnly(candidate, Month, Day) is var day && (past ? day <= today : day >= today))
            {
                return day;
            }
        }

        return null;
    }
}
