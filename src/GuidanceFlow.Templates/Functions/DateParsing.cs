using System.Globalization;
using System.Text;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// Reads dates out of texts. A text with an offset or a Z gives a date in universal time, one without a date of no zone, so that the
/// machine's zone never decides what a template prints. What a text leaves out is that of the template's present.
/// </summary>
internal static class DateParsing
{
    // .NET takes long over long formats, and no date needs one.
    private const int LongestPattern = 1_000;

    /// <summary>The date; null for an empty text and for one that is no date.</summary>
    /// <param name="arguments">The call.</param>
    /// <param name="text">The text.</param>
    /// <param name="pattern">How it is written, as in <c>%d.%m.%Y</c>; null for any way the culture knows.</param>
    /// <param name="culture">Whose names of months and days it has.</param>
    public static DateTime? Parse(Arguments arguments, string text, string? pattern, CultureInfo culture)
    {
        if (pattern is null)
        {
            return PresentDate.Parse(text, culture, arguments.State.Settings.Now);
        }

        if (pattern.Length > LongestPattern)
        {
            throw arguments.Exceed($"a date's pattern has at most {LongestPattern} characters, and this has {pattern.Length}.");
        }

        string format = FormatOf(arguments, pattern, ref culture);
        try
        {
            return PresentDate.ParseExact(text, format, culture, arguments.State.Settings.Now);
        }
        catch (FormatException)
        {
            throw Unreadable(arguments, pattern);
        }
    }

    /// <summary>The pattern as .NET writes it.</summary>
    private static string FormatOf(Arguments arguments, string pattern, ref CultureInfo culture)
    {
        var format = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                format.Append(pattern[i]);
            }
            else if (pattern[++i] == 'g')
            {
                culture = CultureInfo.InvariantCulture;
            }
            else
            {
                format.Append(PartOf(pattern[i]) ?? throw Unreadable(arguments, pattern));
            }
        }

        return format.ToString();
    }

    private static TemplateRuntimeException Unreadable(Arguments arguments, string pattern) =>
        arguments.Fail($"no date can be read with \"{pattern}\"; \"%d.%m.%Y %H:%M\" is a pattern that can be read.");

    private static string? PartOf(char mark) => mark switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "%d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff00",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' or 'X' => "HH:mm:ss",
        'x' => "d",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };
}
