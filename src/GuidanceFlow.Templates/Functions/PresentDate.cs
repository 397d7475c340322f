using System.Buffers;
using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// Reads dates out of texts that may leave out the date or the year. .NET fills in what the machine's clock says, and holds days of the week against
/// that; templates have a present of their own, <see cref="Runtime.RenderSettings.Now"/>, and the same input must give the same date at any time.
/// So the dates are read with <see cref="PresentCalendars"/>, which know no other present.
/// </summary>
internal static class PresentDate
{
    private const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal;

    private static readonly SearchValues<char> SignsOfEras = SearchValues.Create("明大昭平令民");

    /// <summary>The date a text holds in any way the culture knows; null for none.</summary>
    public static DateTime? Parse(string text, CultureInfo culture, DateTime now) =>
        !LeavesOutYearOfEra(text, culture) && DateTime.TryParse(text, PresentCalendars.FormatOf(culture, now), Styles, out DateTime date) ? date : null;

    /// <summary>
    /// Whether a text names an era and no year of it, which to .NET is as many years into that era as the machine's clock is into the present one. Two
    /// cultures read eras beside the years they count by.
    /// </summary>
    private static bool LeavesOutYearOfEra(string text, CultureInfo culture)
    {
        if (culture.Name is not ("ja-JP" or "zh-TW"))
        {
            return false;
        }

        ReadOnlySpan<char> trimmed = text.AsSpan().TrimStart();
        bool startsWithLetter = trimmed.Length > 1 && "MTSHR".Contains(char.ToUpperInvariant(trimmed[0]), StringComparison.Ordinal) && !char.IsLetter(trimmed[1]);
        if (!startsWithLetter && !trimmed.ContainsAny(SignsOfEras))
        {
            return false;
        }

        int start = trimmed.IndexOfAnyInRange('0', '9');
        int length = start < 0 ? 0 : trimmed[start..].IndexOfAnyExceptInRange('0', '9');
        return length <= 0 || trimmed[start + length] is not ('年' or '.' or '/' or '-');
    }

    /// <summary>The date a text holds in the form of a .NET pattern; null for none.</summary>
    /// <exception cref="FormatException">The pattern is none.</exception>
    public static DateTime? ParseExact(string text, string format, CultureInfo culture, DateTime now) =>
        DateTime.TryParseExact(text, format, PresentCalendars.FormatOf(culture, now), Styles, out DateTime date) ? date : null;
}
