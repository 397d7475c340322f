using System.Xml;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads lengths of time.</summary>
internal static class Durations
{
    /// <summary>A hundred years.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>A length of ISO 8601 that is not negative, such as <c>PT10M</c>.</summary>
    public static bool TryParse(string text, out TimeSpan length)
    {
        length = TimeSpan.Zero;
        try
        {
            length = XmlConvert.ToTimeSpan(text);
            return length >= TimeSpan.Zero && length <= Longest;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}
