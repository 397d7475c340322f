using System.Globalization;
using System.Xml;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>
/// Whether a session's value is the one a scenario expects. JSON has fewer types than sessions: a number is compared by
/// size, a date and a duration with their ISO 8601 texts.
/// </summary>
internal static class ValueMatch
{
    // As a flow writes dates; nothing is guessed from the machine's region or clock.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static bool Matches(Value expected, Value actual)
    {
        if (expected == actual)
        {
            return true;
        }

        if (expected.TryGetNumber(out double wanted) && actual.TryGetNumber(out double number))
        {
            return wanted.Equals(number);
        }

        if (expected.TryGetText(out string? text))
        {
            return (actual.TryGetDate(out DateTime date) && IsDate(text, date)) || (actual.TryGetDuration(out TimeSpan duration) && IsDuration(text, duration));
        }

        if (expected.TryGetList(out ValueList? items) && actual.TryGetList(out ValueList? list))
        {
            return items.Count == list.Count && items.Zip(list).All(pair => Matches(pair.First, pair.Second));
        }

        return expected.TryGetObject(out ValueObject? members) && actual.TryGetObject(out ValueObject? others)
            && members.Count == others.Count
            && members.All(member => others.TryGetValue(member.Key, out Value other) && Matches(member.Value, other));
    }

    private static bool IsDate(string text, DateTime date) =>
        DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset wanted)
        && wanted.UtcDateTime == (date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date);

    private static bool IsDuration(string text, TimeSpan duration)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text) == duration;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}
