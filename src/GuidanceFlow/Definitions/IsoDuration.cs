using System.Xml;

namespace GuidanceFlow.Definitions;

/// <summary>Durations as ISO 8601 writes them: <c>PT2H</c>, <c>P1DT30M</c>. Years and months have no fixed length and are not taken.</summary>
internal static class IsoDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        int time = text.IndexOf('T', StringComparison.Ordinal);
        ReadOnlySpan<char> days = time < 0 ? text : text.AsSpan(0, time);
        if (!text.StartsWith('P') || days.ContainsAny('Y', 'M') || text.Length > 60)
        {
            return false;
        }

        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return duration >= TimeSpan.Zero;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    public static string Format(TimeSpan duration) => XmlConvert.ToString(duration);
}
