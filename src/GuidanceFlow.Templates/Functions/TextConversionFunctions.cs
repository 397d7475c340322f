using System.Globalization;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> that turn text into something else. What cannot be turned gives null.</summary>
internal static class TextConversionFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.to_int", StaticType.Integer.OrNull(), static a => ToInteger(a, int.MinValue, int.MaxValue), Text("text")),
        new("string.to_long", StaticType.Integer.OrNull(), static a => ToInteger(a, long.MinValue, long.MaxValue), Text("text")),
        new("string.to_double", StaticType.Number.OrNull(), ToDouble, Text("text")),
        new("string.to_float", StaticType.Number.OrNull(), ToFloat, Text("text")),
        new("string.escape", StaticType.Text, static a => Written(a, quoted: false), Text("text")) { KeepsNull = true },
        new("string.literal", StaticType.Text, static a => Written(a, quoted: true), Text("text")) { KeepsNull = true },
    ];

    private static Value ToInteger(Arguments arguments, long least, long most) =>
        long.TryParse(arguments.Text(0), NumberStyles.Integer, arguments.State.Culture, out long number) && number >= least && number <= most
            ? Value.From(number)
            : Value.Null;

    private static Value ToDouble(Arguments arguments) =>
        double.TryParse(arguments.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, arguments.State.Culture, out double number)
            ? Value.From(number)
            : Value.Null;

    private static Value ToFloat(Arguments arguments) =>
        float.TryParse(arguments.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, arguments.State.Culture, out float number)
            ? FloatNumber.From(number)
            : Value.Null;

    private static Value Written(Arguments arguments, bool quoted)
    {
        string text = arguments.Text(0);
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        if (quoted)
        {
            ValuePrinter.WriteQuoted(output, text);
        }
        else
        {
            ValuePrinter.WriteEscaped(output, text);
        }

        return Value.From(output.Cut(start));
    }
}
