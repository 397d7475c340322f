using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// Calendars that take a template's present for today. When .NET reads a date, it asks a calendar for the year, the month and the
/// day of two kinds of points in time: its first and last, and that of the machine's clock, to fill in what the text leaves out. For the latter
/// these answer with those of the present.
/// </summary>
/// <remarks>Thread-safe: every thread has a present of its own.</remarks>
internal static class PresentCalendars
{
    // What .NET learns of a culture to read its dates takes long, so each culture that cannot change any more is prepared once.
    private static readonly ConditionalWeakTable<CultureInfo, DateTimeFormatInfo> Prepared = [];

    [ThreadStatic]
    private static DateTime _now;

    /// <summary>How a culture reads dates with a present other than the machine's. For this thread, up to the next call.</summary>
    public static DateTimeFormatInfo FormatOf(CultureInfo culture, DateTime now)
    {
        _now = now;
        return culture.IsReadOnly ? Prepared.GetValue(culture, Prepare) : Prepare(culture);
    }

    private static DateTimeFormatInfo Prepare(CultureInfo culture)
    {
        DateTimeFormatInfo format = culture.DateTimeFormat;
        var prepared = (DateTimeFormatInfo)format.Clone();

        // This takes back what a host has changed in the culture, so it is put there again.
        prepared.Calendar = PresentFormOf(format.Calendar);
        prepared.AMDesignator = format.AMDesignator;
        prepared.PMDesignator = format.PMDesignator;
        prepared.DateSeparator = format.DateSeparator;
        prepared.TimeSeparator = format.TimeSeparator;
        prepared.DayNames = format.DayNames;
        prepared.AbbreviatedDayNames = format.AbbreviatedDayNames;
        prepared.MonthNames = format.MonthNames;
        prepared.MonthGenitiveNames = format.MonthGenitiveNames;
        prepared.AbbreviatedMonthNames = format.AbbreviatedMonthNames;
        prepared.AbbreviatedMonthGenitiveNames = format.AbbreviatedMonthGenitiveNames;
        prepared.ShortDatePattern = format.ShortDatePattern;
        prepared.LongDatePattern = format.LongDatePattern;
        prepared.ShortTimePattern = format.ShortTimePattern;
        prepared.LongTimePattern = format.LongTimePattern;
        prepared.FullDateTimePattern = format.FullDateTimePattern;
        prepared.MonthDayPattern = format.MonthDayPattern;
        prepared.YearMonthPattern = format.YearMonthPattern;
        return DateTimeFormatInfo.ReadOnly(prepared);
    }

    private static Calendar PresentFormOf(Calendar calendar)
    {
        int lastShortYear = calendar.TwoDigitYearMax;
        return calendar switch
        {
            GregorianCalendar gregorian => new Gregorian(gregorian.CalendarType) { TwoDigitYearMax = lastShortYear },
            HebrewCalendar => new Hebrew { TwoDigitYearMax = lastShortYear },
            HijriCalendar hijri => new Hijri { TwoDigitYearMax = lastShortYear, HijriAdjustment = hijri.HijriAdjustment },
            JapaneseCalendar => new Japanese { TwoDigitYearMax = lastShortYear },
            KoreanCalendar => new Korean { TwoDigitYearMax = lastShortYear },
            PersianCalendar => new Persian { TwoDigitYearMax = lastShortYear },
            TaiwanCalendar => new Taiwan { TwoDigitYearMax = lastShortYear },
            ThaiBuddhistCalendar => new Thai { TwoDigitYearMax = lastShortYear },
            UmAlQuraCalendar => new UmAlQura { TwoDigitYearMax = lastShortYear },
            _ => throw new UnreachableException($"No culture counts by a {calendar.GetType().Name}."),
        };
    }

    /// <summary>The present, or what of the calendar is closest to it, for the machine's clock; the calendar's ends, which say which years there are, stay what they are.</summary>
    private static DateTime Meant(DateTime time, Calendar calendar)
    {
        DateTime first = calendar.MinSupportedDateTime;
        DateTime last = calendar.MaxSupportedDateTime;
        return time == first || time == last ? time
            : _now < first ? first
            : _now > last ? last : _now;
    }

    private sealed class Gregorian(GregorianCalendarTypes type) : GregorianCalendar(type)
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Hebrew : HebrewCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Hijri : HijriCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Japanese : JapaneseCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Korean : KoreanCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Persian : PersianCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Taiwan : TaiwanCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class Thai : ThaiBuddhistCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }

    private sealed class UmAlQura : UmAlQuraCalendar
    {
        public override int GetYear(DateTime time) => base.GetYear(Meant(time, this));

        public override int GetMonth(DateTime time) => base.GetMonth(Meant(time, this));

        public override int GetDayOfMonth(DateTime time) => base.GetDayOfMonth(Meant(time, this));
    }
}
