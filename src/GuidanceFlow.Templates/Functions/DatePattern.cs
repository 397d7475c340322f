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
        'C' => Digits(date.Year / 100, "D2"),
        'e' => date.ToString("%d", culture).PadLeft(2),
        'j' => Digits(date.DayOfYear, "D3"),
        'k' => date.ToString("%H", culture).PadLeft(2),
        'l' => date.ToString("%h", culture).PadLeft(2),
        'n' => "\n",
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        's' => Digits((long)(ToUniversal(date) - DateTime.UnixEpoch).TotalSeconds, "D"),
        't' => "\t",
        'u' => Digits(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, "D"),
        'U' => Week(date, culture, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday),
        'v' => string.Create(CultureInfo.InvariantCulture, $"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{date.Year:D4}"),
        'V' => Week(date, culture, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday),
        'w' => Digits((int)date.DayOfWeek, "D"),
        'W' => Week(date, culture, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday),
        'Z' => date.Kind == DateTimeKind.Local ? date.ToString("zzz", CultureInfo.InvariantCulture) : "+00:00",
        '%' => "%",
        _ => NetFormatOf(mark) is { } format ? date.ToString(format, culture) : null,
    };

    /// <summary>What a mark is in .NET's patterns, which follow the culture's calendar and signs.</summary>
    private static string? NetFormatOf(char mark) => mark switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff00",
        'p' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => "d",
        'X' => "T",
        'y' => "yy",
        'Y' => "yyyy",
        _ => null,
    };

    private static string Digits(long number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The week of the year in two digits. A week that begins in the old year and ends in the new one may be its 53rd.</summary>
    private static string Week(DateTime date, CultureInfo culture, CalendarWeekRule rule, DayOfWeek firstDay) =>
        Digits(culture.Calendar.GetWeekOfYear(date, rule, firstDay), "D2");

    // A date of no zone counts as universal: the machine's zone must not decide what a template prints.
    private static DateTime ToUniversal(DateTime date) => date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date;
}
