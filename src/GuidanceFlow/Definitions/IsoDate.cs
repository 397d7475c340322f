using System.Globalization;

namespace GuidanceFlow.Definitions;

/// <summary>
/// Dates as ISO 8601 writes them: a date alone, or with a time; with an offset it becomes UTC. Nothing is guessed: the same text is the same
/// date everywhere, whatever the machine's clock and region.
/// </summary>
internal static class IsoDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a date; one without an offset is of no zone.</summary>
    public static bool TryParse(string text, out DateTime date) => TryParse(text, DateTimeStyles.AdjustToUniversal, out date);

    /// <summary>Reads a date; one without an offset is UTC.</summary>
    public static bool TryParseUniversal(string text, out DateTime date) => TryParse(text, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out date);

    private static bool TryParse(string text, DateTimeStyles styles, out DateTime date) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, styles, out date);
}
