using System.Globalization;
using System.Xml;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Holds a session's timers against what is expected of them: as many as expected, the earliest first.</summary>
internal static class TimerCheck
{
    public static void Check(FailureList failures, EquatableArray<TimerExpectation>? expected, GuidanceSession session, DateTimeOffset now)
    {
        if (expected is not { } wanted)
        {
            return;
        }

        SessionTimer[] actual = [.. session.Timers.OrderBy(timer => timer.Due).ThenBy(timer => timer.Id, StringComparer.Ordinal)];
        if (wanted.Count != actual.Length)
        {
            failures.Add("timers", Count(wanted.Count), Count(actual.Length) + string.Concat(actual.Select(timer => "\n" + Show(timer, now))));
        }

        for (int i = 0; i < Math.Min(wanted.Count, actual.Length); i++)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"timers[{i}].");
            failures.Same(at + "id", wanted[i].Id, actual[i].Id);
            failures.Same(at + "in", wanted[i].In is { } length ? XmlConvert.ToString(length) : null, XmlConvert.ToString(actual[i].Due - now));
            failures.Same(at + "due", wanted[i].Due is { } due ? Time(due) : null, Time(actual[i].Due));
        }
    }

    private static string Show(SessionTimer timer, DateTimeOffset now) => $"{timer.Id} in {XmlConvert.ToString(timer.Due - now)}";

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Count(int count) => count switch
    {
        0 => "no timer",
        1 => "1 timer",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} timers"),
    };
}
