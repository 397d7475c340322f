using System.Globalization;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Prints dates by patterns such as <c>%d %b %Y</c>. A mark that is not known is printed as it stands.</summary>
internal static class DatePattern
{
    /// <summary>How a date is printed without a pattern.</summary>
    public const string Default = "%d %b %Y";

    public static void Write(OutputBuffer output, DateTime date, string pattern, CultureInfo culture)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                output.Write(pattern[i]);
            }
            else if (pattern[i + 1] == 'g')
            {
                // From here on in English, whatever the reader's language; alone, in the usual form.
                i++;
                culture = CultureInfo.InvariantCulture;
                if (pattern == "%g")
                {
                    Write(output, date, " " + Default, culture);
                }
            }
            else if (TryFormat(date, pattern[++i], culture) is { } text)
            {
                output.Write(text);
            }
            else
            {
                output.Write('%');
                output.Write(pattern[i]);
            }
        }
    }

    private static string? TryFormat(DateTime date, char mark, CultureInfo culture) => mark switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'c' => date.ToString("ddd MMM dd HH:mm:ss yyyy", culture),
        'C' => Digits(date.Year / 100, "D2"),
        'd' => Digits(date.Day, "D2"),
        'D' => date.ToString("MM/dd/yy", CultureInfo.InvariantCulture),
        'e' => Padded(date.Day),
        'F' => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        'H' => Digits(date.Hour, "D2"),
        'I' => Digits(TwelveHours(date), "D2"),
        'j' => Digits(date.DayOfYear, "D3"),
        'k' => Padded(date.Hour),
        'l' => Padded(TwelveHours(date)),
        'L' => Digits(date.Millisecond, "D3"),
        'm' => Digits(date.Month, "D2"),
        'M' => Digits(date.Minute, "D2"),
        'n' => "\n",
        'N' => Digits((date.Ticks % TimeSpan.TicksPerSecond) * 100, "D9"),
        'p' => date.ToString("tt", culture),
        'P' => culture.TextInfo.ToLower(date.ToString("tt", culture)),
        'r' => date.ToString("hh:mm:ss tt", culture),
        'R' => date.ToString("HH:mm", CultureInfo.InvariantCulture),
        's' => Digits((long)(ToUniversal(date) - DateTime.UnixEpoch).TotalSeconds, "D"),
        'S' => Digits(date.Second, "D2"),
        't' => "\t",
        'T' or 'X' => date.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        'u' => Digits(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, "D"),
        'U' => Digits(WeekOfYear(date, DayOfWeek.Sunday), "D2"),
        'v' => string.Create(CultureInfo.InvariantCulture, $"{date.Day,2}-{culture.TextInfo.ToUpper(date.ToString("MMM", culture))}-{date.Year:D4}"),
        'V' => Digits(ISOWeek.GetWeekOfYear(date), "D2"),
        'w' => Digits((int)date.DayOfWeek, "D"),
        'W' => Digits(WeekOfYear(date, DayOfWeek.Monday), "D2"),
        'x' => date.ToString("d", culture),
        'y' => Digits(date.Year % 100, "D2"),
        'Y' => Digits(date.Year, "D4"),
        'Z' => date.Kind == DateTimeKind.Local ? date.ToString("zzz", CultureInfo.InvariantCulture) : "+00:00",
        '%' => "%",
        _ => null,
    };

    private static string Digits(long number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Padded(int number) => Digits(number, "D").PadLeft(2);

    private static int TwelveHours(DateTime date) => date.Hour % 12 == 0 ? 12 : date.Hour % 12;

    /// <summary>The week of the year, January 1 being in week 1.</summary>
    private static int WeekOfYear(DateTime date, DayOfWeek firstDay) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, firstDay);

    // A date of no zone counts as universal: the machine's zone must not decide what a template prints.
    private static DateTime ToUniversal(DateTime date) => date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date;
}
