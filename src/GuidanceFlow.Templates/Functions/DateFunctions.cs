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
        new("date.to_string", StaticType.Text, ToText, Date("date"), Text("pattern"), Text("culture").OrNull()) { Infer = static types => types[0].IsNullable ? StaticType.Text.OrNull() : StaticType.Text },
    ];

    private static Value ToText(Arguments arguments)
    {
        if (arguments[0].IsNull)
        {
            return Value.Null;
        }

        if (!arguments[0].TryGetDate(out DateTime date))
        {
            throw arguments.Wrong(0, "a date");
        }

        CultureInfo culture = arguments[2].IsNull ? arguments.State.Culture : Cultures.Find(arguments, arguments.Text(2));
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        DatePattern.Write(output, date, arguments.Text(1), culture);
        return Value.From(output.Cut(start));
    }
}
