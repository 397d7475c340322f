using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// Reads dates out of texts that may leave out the date or the year. .NET fills in what the machine's clock says; templates have a present of
/// their own, <see cref="Runtime.RenderSettings.Now"/>, and the same input must give the same date at any time.
/// </summary>
internal static class PresentDate
{
    private const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal;

    // Like any leap year; it tells whether a text has no year of its own.
    private const int LeapYear = 1996;

    // Stands between a text and the year that is put behind it, so that neither runs into the other.
    private const char Mark = '\u0001';

    /// <summary>The date a text holds in any way the culture knows; null for none.</summary>
    public static DateTime? Parse(string text, CultureInfo culture, DateTime now)
    {
        if (!DateTime.TryParse(text, culture, Styles | DateTimeStyles.NoCurrentDateDefault, out DateTime date))
        {
            // Of the 29th of February, and of a day of the week with a day of the month, the year that the machine has at the moment decides whether it is a date.
            return NamesWeekday(text, culture) ? Probe(text, culture, YearOf(culture.Calendar, now))
                : Probe(text, culture, LeapYear) is { Month: 2, Day: 29 } leapDay ? InYear(leapDay, now.Year, new GregorianCalendar()) : null;
        }

        if (date.Year == 1 && !HasNumber(text, 1) && NamesWeekday(text, culture))
        {
            // A day of the week alone: only the machine's clock would say which one.
            return null;
        }

        if (date.Year == 1 && DateTime.TryParse(text, culture, Styles, out DateTime filled) && filled.Year > 1)
        {
            return OnDay(date, now);
        }

        return HasYear(text, culture.Calendar, date, culture) ? date
            : NamesWeekday(text, culture) ? Probe(text, culture, YearOf(culture.Calendar, now))
            : InYear(date, YearOf(culture.Calendar, now), culture.Calendar);
    }

    /// <summary>Whether a day of the week stands in a text: then not every year has the date.</summary>
    private static bool NamesWeekday(string text, CultureInfo culture) =>
        culture.DateTimeFormat.DayNames.Concat(culture.DateTimeFormat.AbbreviatedDayNames)
            .Any(name => name.Length > 1 ? culture.CompareInfo.IndexOf(text, name, CompareOptions.IgnoreCase) >= 0 : name.Length == 1 && StandsAlone(text, name[0]));

    // The sign for Monday is also the one for months, behind their numbers.
    private static bool StandsAlone(string text, char sign)
    {
        for (int i = text.IndexOf(sign, StringComparison.Ordinal); i >= 0; i = text.IndexOf(sign, i + 1))
        {
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The date a text holds in the form of a .NET pattern; null for none.</summary>
    /// <exception cref="FormatException">The pattern is none.</exception>
    public static DateTime? ParseExact(string text, string format, CultureInfo culture, DateTime now)
    {
        if (format is "M" or "m")
        {
            format = culture.DateTimeFormat.MonthDayPattern;
        }

        bool isStandard = format.Length == 1 && format is not ("t" or "T");
        if (isStandard || format.Contains('y', StringComparison.Ordinal))
        {
            return DateTime.TryParseExact(text, format, culture, Styles, out DateTime whole) ? whole : null;
        }

        if (!format.Contains('M', StringComparison.Ordinal) && !format.Contains('d', StringComparison.Ordinal))
        {
            return DateTime.TryParseExact(text, format, culture, Styles | DateTimeStyles.NoCurrentDateDefault, out DateTime time) ? OnDay(time, now) : null;
        }

        string year = YearOf(culture.Calendar, now).ToString("D4", CultureInfo.InvariantCulture);
        return DateTime.TryParseExact($"{text}{Mark}{year}", $"{format}'{Mark}'yyyy", culture, Styles, out DateTime date) ? date : null;
    }

    /// <summary>A time of day on the present day; one with an offset may be on the day before or behind.</summary>
    private static DateTime OnDay(DateTime time, DateTime now) =>
        DateTime.SpecifyKind(new DateTime(Math.Clamp(now.Date.Ticks + time.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks)), time.Kind);

    /// <summary>Whether a text says the year of its date. A number that could be the year may be the day: then another year behind or before it would be too much.</summary>
    private static bool HasYear(string text, Calendar calendar, DateTime date, CultureInfo culture)
    {
        int year = YearOf(calendar, date);
        if (!HasNumber(text, year) && !HasNumber(text, year % 100))
        {
            return HasOtherDigits(text);
        }

        return Probe(text, culture, Math.Max(1, year - 4)) is not { } other || other.TimeOfDay != date.TimeOfDay
            || calendar.GetMonth(other) != calendar.GetMonth(date) || calendar.GetDayOfMonth(other) != calendar.GetDayOfMonth(date);
    }

    /// <summary>The date with a year added; null if there is no place for one.</summary>
    private static DateTime? Probe(string text, CultureInfo culture, int year)
    {
        foreach (string with in (ReadOnlySpan<string>)[$"{text} {year}", $"{year}/{text}", $"{year}年{text}"])
        {
            if (DateTime.TryParse(with, culture, Styles, out DateTime date) && culture.Calendar.GetYear(date) == year)
            {
                return date;
            }
        }

        return null;
    }

    private static bool HasNumber(string text, int number)
    {
        int value = 0;
        bool isInside = false;
        foreach (char character in text.AsSpan())
        {
            if (char.IsAsciiDigit(character))
            {
                value = (int)Math.Min(((isInside ? value : 0) * 10L) + character - '0', int.MaxValue);
                isInside = true;
            }
            else if (isInside && value == number)
            {
                return true;
            }
            else
            {
                isInside = false;
            }
        }

        return isInside && value == number;
    }

    // A year may be written in digits of the culture's own, which are not told apart here.
    private static bool HasOtherDigits(string text) => text.Any(character => char.IsDigit(character) && !char.IsAsciiDigit(character));

    private static int YearOf(Calendar calendar, DateTime date) => calendar.GetYear(
        date < calendar.MinSupportedDateTime ? calendar.MinSupportedDateTime : date > calendar.MaxSupportedDateTime ? calendar.MaxSupportedDateTime : date);

    private static DateTime? InYear(DateTime date, int year, Calendar calendar)
    {
        int month = calendar.GetMonth(date);
        int day = calendar.GetDayOfMonth(date);
        return month <= calendar.GetMonthsInYear(year) && day <= calendar.GetDaysInMonth(year, month)
            ? DateTime.SpecifyKind(calendar.ToDateTime(year, month, day, 0, 0, 0, 0).Add(date.TimeOfDay), date.Kind)
            : null;
    }
}
