using System.Globalization;
using System.Text.RegularExpressions;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>locale</c>, which write values as the reader's language does. Scriban has no such group.</summary>
internal static partial class LocaleFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("locale.number", StaticType.Text, WriteNumber, Number("number"), Integer("digits").OrNull()) { KeepsNull = true },
        new("locale.date", StaticType.Text, static a => WriteDate(a, DatePatternOf(a.State.Culture)), Date("date")) { KeepsNull = true },
        new("locale.time", StaticType.Text, static a => WriteDate(a, a.State.Culture.DateTimeFormat.ShortTimePattern), Date("date")) { KeepsNull = true },
        new("locale.list", StaticType.Text, static a => WriteList(a, ListFormats.And(a.State.Culture)), List("list")) { KeepsNull = true },
        new("locale.list_or", StaticType.Text, static a => WriteList(a, ListFormats.Or(a.State.Culture)), List("list")) { KeepsNull = true },
    ];

    /// <summary>How a language writes a date out in full, without the day of the week.</summary>
    public static string DatePatternOf(CultureInfo culture) => DayOfWeek().Replace(culture.DateTimeFormat.LongDatePattern, string.Empty).Trim();

    /// <summary>The day of the week in a date's pattern, with what belongs to it; a date is clear without.</summary>
    [GeneratedRegex("dddd(?:ที่| 'den')?[,،]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayOfWeek();

    /// <summary>A number in groups of digits, with as many decimals as it has, at most three, or as many as are wanted.</summary>
    private static Value WriteNumber(Arguments arguments)
    {
        string format = "#,##0.###";
        if (!arguments[1].IsNull)
        {
            long digits = arguments.Integer(1);
            format = digits is >= 0 and <= 15 ? "N" + digits.ToString(CultureInfo.InvariantCulture) : throw arguments.Fail("the number of decimals must be 0 to 15.");
        }

        return arguments[0].Reference is OtherNumber other ? arguments.NewText(other.ToString(format, arguments.State.Culture))
            : arguments[0].TryGetNumber(out double number) ? Value.From(number.ToString(format, arguments.State.Culture))
            : throw arguments.Wrong(0, "a number");
    }

    private static Value WriteDate(Arguments arguments, string pattern) => arguments[0].TryGetDate(out DateTime date)
        ? Value.From(date.ToString(pattern, arguments.State.Culture))
        : throw arguments.Wrong(0, "a date");

    private static Value WriteList(Arguments arguments, ListFormat format)
    {
        ReadOnlySpan<Value> items = arguments.List(0).AsSpan();
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        for (int i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                output.Write(i < items.Length - 1 ? format.Comma : items.Length == 2 ? format.Pair : format.Last);
            }

            ValuePrinter.Print(arguments.State, items[i]);
        }

        return Value.From(output.Cut(start));
    }
}
