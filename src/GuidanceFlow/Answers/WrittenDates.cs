using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Answers;

/// <summary>Reads days that are written out: in digits, with the name of the month, or in Chinese.</summary>
internal static partial class WrittenDates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static DateReading? Read(string text, CultureInfo culture) => ReadYearFirst(text) ?? ReadDigits(text, culture) ?? ReadNamed(text, culture);

    private static DateReading? ReadYearFirst(string text)
    {
        Match match = YearFirst().Match(text);
        if (!match.Success)
        {
            match = Chinese().Match(text);
        }

        return match.Success && TryRead(match.Groups["m"].ValueSpan, out int month) && TryRead(match.Groups["d"].ValueSpan, out int day)
            ? new DateReading(new NamedDay(match.Groups["y"].Success ? YearOf(match.Groups["y"].ValueSpan) : null, month, day))
            : null;
    }

    /// <summary>Reads 5/1/2026 in the order of the language; where that depends on the region and none is known, it may be two days.</summary>
    private static DateReading? ReadDigits(string text, CultureInfo culture)
    {
        Match match = Digits().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int first = int.Parse(match.Groups["a"].ValueSpan, CultureInfo.InvariantCulture);
        int second = int.Parse(match.Groups["b"].ValueSpan, CultureInfo.InvariantCulture);
        int? year = match.Groups["y"].Success ? YearOf(match.Groups["y"].ValueSpan) : null;
        var dayFirst = new NamedDay(year, second, first);
        var monthFirst = new NamedDay(year, first, second);
        bool isDotted = match.Groups["s"].Value == ".";
        if (isDotted || second > 12 || first > 12)
        {
            return new DateReading(isDotted || first > 12 ? dayFirst : monthFirst);
        }

        if (culture.IsNeutralCulture && culture.TwoLetterISOLanguageName == "en")
        {
            return new DateReading(monthFirst, dayFirst);
        }

        string pattern = culture.DateTimeFormat.ShortDatePattern;
        return new DateReading(pattern.IndexOf('d', StringComparison.Ordinal) < pattern.IndexOf('M', StringComparison.Ordinal) ? dayFirst : monthFirst);
    }

    private static DateReading? ReadNamed(string text, CultureInfo culture)
    {
        Match match = DayAndMonth().Match(text);
        if (!match.Success)
        {
            match = MonthAndDay().Match(text);
        }

        int month = match.Success ? MonthOf(match.Groups["m"].Value, culture) : 0;
        return month == 0 ? null : new DateReading(new NamedDay(match.Groups["y"].Success ? YearOf(match.Groups["y"].ValueSpan) : null, month, int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)));
    }

    private static int MonthOf(string name, CultureInfo culture)
    {
        string plain = name.TrimEnd('.');
        foreach (DateTimeFormatInfo format in (DateTimeFormatInfo[])[English.DateTimeFormat, culture.DateTimeFormat])
        {
            for (int i = 0; i < 12; i++)
            {
                if (Is(format.MonthNames[i], plain) || Is(format.MonthGenitiveNames[i], plain) || Is(format.AbbreviatedMonthNames[i].TrimEnd('.'), plain))
                {
                    return i + 1;
                }
            }
        }

        return plain == "sept" ? 9 : 0;
    }

    private static bool Is(string name, string written) => name.Length > 0 && string.Equals(AnswerText.Fold(name), written, StringComparison.Ordinal);

    private static bool TryRead(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || ChineseNumerals.TryRead(text, out number);

    // Of two digits, the century is this one: nobody is asked for a day of another.
    private static int YearOf(ReadOnlySpan<char> text)
    {
        int year = int.Parse(text, CultureInfo.InvariantCulture);
        return text.Length == 2 ? 2000 + year : year;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^((?<y>\d{4}|\d{2}) ?年 ?)?(?<m>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[-/.]) ?(?<b>\d{1,2})(\k<s> ?(?<y>\d{4}|\d{2}))?\.?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?<d>\d{1,2})(st|nd|rd|th|\.)?( of| de)? (?<m>\p{L}+\.?)( de)?( (?<y>\d{4}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"^(?<m>\p{L}+\.?)( the)? (?<d>\d{1,2})(st|nd|rd|th)?( (?<y>\d{4}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAndDay();
}
