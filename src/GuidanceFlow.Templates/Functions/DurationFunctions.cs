using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>timespan</c>: lengths of time.</summary>
internal static class DurationFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("timespan.zero", StaticType.Duration, static _ => Value.From(TimeSpan.Zero)),
        new("timespan.from_days", StaticType.Duration, static a => Make(a, TimeSpan.FromDays), Number("days")),
        new("timespan.from_hours", StaticType.Duration, static a => Make(a, TimeSpan.FromHours), Number("hours")),
        new("timespan.from_minutes", StaticType.Duration, static a => Make(a, TimeSpan.FromMinutes), Number("minutes")),
        new("timespan.from_seconds", StaticType.Duration, static a => Make(a, TimeSpan.FromSeconds), Number("seconds")),
        new("timespan.from_milliseconds", StaticType.Duration, static a => Make(a, TimeSpan.FromMilliseconds), Number("millis")),
        new("timespan.parse", StaticType.Duration, Parse, Text("text")),
    ];

    private static Value Make(Arguments arguments, Func<double, TimeSpan> make)
    {
        double number = arguments.Number(0);
        try
        {
            return Value.From(make(number));
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentException)
        {
            throw arguments.Fail($"{arguments.Text(0)} is more than a duration holds.");
        }
    }

    private static Value Parse(Arguments arguments) => TimeSpan.TryParse(arguments.Text(0), arguments.State.Culture, out TimeSpan duration)
        ? Value.From(duration)
        : throw arguments.Fail($"\"{arguments.Text(0)}\" is no duration; \"01:30:00\" and \"2.12:00:00\" are.");
}
