using System.Globalization;
using System.Xml;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads times and lengths of time. A time without offset is not taken: it would mean another one on another machine.</summary>
internal static class Times
{
    public static DateTimeOffset? Time(Members members, string name)
    {
        if (members.Find(name) is not { } item || members.Context.Text(item) is not { } text)
        {
            return null;
        }

        string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
        if ((text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        members.Context.Invalid(item, "This is not a time with its offset. Write one such as \"2026-01-05T09:00:00Z\".");
        return null;
    }

    public static TimeSpan? Length(Members members, string name)
    {
        if (members.Find(name) is not { } item || members.Context.Text(item) is not { } text)
        {
            return null;
        }

        try
        {
            TimeSpan length = XmlConvert.ToTimeSpan(text);
            if (length >= TimeSpan.Zero && length <= TimeSpan.FromDays(36_500))
            {
                return length;
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            // Said below.
        }

        members.Context.Invalid(item, "This is not a length of time. Write one such as \"PT30M\" (30 minutes) or \"P1D\" (a day).");
        return null;
    }
}
