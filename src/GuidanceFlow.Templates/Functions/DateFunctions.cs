using System.Globalization;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>date</c>. The present is what <see cref="RenderSettings.Now"/> says.</summary>
internal static class DateFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("date.now", StaticType.Date, static a => Value.From(a.State.Settings.Now)),
        new("date.utc_now", StaticType.Date, static a => Value.From(a.State.Settings.Now)),
        new("date.default_format", StaticType.Text, static _ => Value.From(DatePattern.Default)),
        new("date.format", StaticType.Text, static _ => Value.From(DatePattern.Default)),
        new("date.add_years", StaticType.Date, static a => Add(a, static (date, years) => date.AddYears((int)years), isWhole: true), Date("date"), Integer("years")),
        new("date.add_months", StaticType.Date, static a => Add(a, static (date, months) => date.AddMonths((int)months), isWhole: true), Date("date"), Integer("months")),
        new("date.add_days", StaticType.Date, static a => Add(a, static (date, days) => date.AddDays(days)), Date("date"), Number("days")),
        new("date.add_hours", StaticType.Date, static a => Add(a, static (date, hours) => date.AddHours(hours)), Date("date"), Number("hours")),
        new("date.add_minutes", StaticType.Date, static a => Add(a, static (date, minutes) => date.AddMinutes(minutes)), Date("date"), Number("minutes")),
        new("date.add_seconds", StaticType.Date, static a => Add(a, static (date, seconds) => date.AddSeconds(seconds)), Date("date"), Number("seconds")),
        new("date.add_milliseconds", StaticType.Date, static a => Add(a, static (date, millis) => date.AddMilliseconds(millis)), Date("date"), Number("millis")),
        new("date.parse", StaticType.Date.OrNull(), static a => Parse(a, pattern: 1, culture: 2) is { } date ? Value.From(date) : Value.Null, Text("text"), Text("pattern").OrNull(), Text("culture").OrNull()),
        new(
            "date.parse_to_string",
            StaticType.Text.OrNull(),
            ParseToText,
            Text("text"),
            Text("output_pattern", DatePattern.Default),
            Text("output_culture").OrNull(),
            Text("input_pattern").OrNull(),
            Text("input_culture").OrNull()),
        new("date.to_string", StaticType.Text, ToText, Date("date"), Text("pattern"), Text("culture").OrNull()) { Infer = static types => types[0].IsNullable ? StaticType.Text.OrNull() : StaticType.Text },
    ];

    private static Value ToText(Arguments arguments)
    {
        _ = arguments.GivenText(1);
        if (arguments[0].IsNull)
        {
            return Value.Null;
        }

        if (!arguments[0].TryGetDate(out DateTime date))
        {
            throw arguments.Wrong(0, "a date");
        }

        return Print(arguments, date, pattern: 1, culture: 2);
    }

    private static Value ParseToText(Arguments arguments) =>
        Parse(arguments, pattern: 3, culture: 4) is { } date ? Print(arguments, date, pattern: 1, culture: 2) : Value.Null;

    private static DateTime? Parse(Arguments arguments, int pattern, int culture) =>
        DateParsing.Parse(arguments, arguments.Text(0), arguments[pattern].IsNull ? null : arguments.Text(pattern), CultureOf(arguments, culture));

    private static Value Print(Arguments arguments, DateTime date, int pattern, int culture)
    {
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        DatePattern.Write(output, date, arguments.Text(pattern), CultureOf(arguments, culture));
        return Value.From(output.Cut(start));
    }

    private static CultureInfo CultureOf(Arguments arguments, int index) => arguments[index].IsNull ? arguments.State.Culture : Cultures.Find(arguments, arguments.Text(index));

    private static Value Add(Arguments arguments, Func<DateTime, double, DateTime> add, bool isWhole = false)
    {
        if (!arguments[0].TryGetDate(out DateTime date))
        {
            throw arguments.Wrong(0, "a date");
        }

        try
        {
            return Value.From(add(date, isWhole ? arguments.Position(1) : arguments.Number(1)));
        }
        catch (ArgumentException)
        {
            throw arguments.Fail($"{arguments.Text(1)} leads beyond the years 1 to 9999.");
        }
    }
}
