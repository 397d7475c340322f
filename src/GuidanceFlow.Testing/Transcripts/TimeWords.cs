using System.Globalization;

namespace GuidanceFlow.Testing.Transcripts;

/// <summary>Says how long something is: <c>1 hour 30 minutes</c>.</summary>
internal static class TimeWords
{
    public static string Of(TimeSpan length)
    {
        var parts = new List<string>();
        Add(parts, length.Days, "day");
        Add(parts, length.Hours, "hour");
        Add(parts, length.Minutes, "minute");
        TimeSpan rest = length - new TimeSpan(length.Days, length.Hours, length.Minutes, 0);
        if (rest > TimeSpan.Zero || parts.Count == 0)
        {
            string seconds = rest.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture);
            parts.Add(seconds + (seconds == "1" ? " second" : " seconds"));
        }

        return string.Join(' ', parts);
    }

    private static void Add(List<string> parts, int count, string unit)
    {
        if (count > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? string.Empty : "s")}"));
        }
    }
}
