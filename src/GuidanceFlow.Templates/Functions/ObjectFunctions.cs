using System.Globalization;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Numbers;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>object</c>.</summary>
internal static class ObjectFunctions
{
    private static readonly StaticType AnyList = StaticType.List(StaticType.Any);

    public static IEnumerable<Function> All { get; } =
    [
        new("object.default", StaticType.Any, static a => a[0].IsNull || a[0].Equals(Value.EmptyText) ? a[1] : a[0], Any("value") with { ToleratesNull = true }, Any("default"))
        {
            Infer = static types => TypeJoin.Of(types[0].NotNull(), types[1]),
        },
        new("object.keys", StaticType.List(StaticType.Text), static a => a.NewList(MembersOf(a) is { } members ? [.. members.Names.Select(Value.From)] : []), Any("value")),
        new("object.values", AnyList, static a => a.NewList(MembersOf(a) is { } members ? members.Values.ToArray() : []), Any("value")),
        new("object.has_key", StaticType.Boolean, static a => Value.From(TryGet(a, out _)), Any("value"), Text("key")),
        new("object.has_value", StaticType.Boolean, static a => Value.From(TryGet(a, out Value value) && !value.IsNull), Any("value"), Text("key")),
        new("object.size", StaticType.Integer, Size, Any("value")),
        new("object.eval", StaticType.Any, static a => a[0].Reference is OtherNumber ? a[0] : Inclusions.Evaluate(a.State, a.Text(0), a.Place), Text("value")) { KeepsNull = true, Evaluates = true },
        new("object.eval_template", StaticType.Text, static a => Value.From(Inclusions.EvaluateTemplate(a.State, a.Text(0), a.Place)), Text("value")) { KeepsNull = true, Evaluates = true },
        new("object.format", StaticType.Text, Format, Any("value") with { ToleratesNull = true }, Text("format"), Text("culture").OrNull()),
        new("object.kind", StaticType.Text.OrNull(), static a => Value.From(KindOf(a[0])), Any("value") with { ToleratesNull = true }),
        new("object.to_json", StaticType.Text, static a => a.NewText(JsonFormat.Write(a, a[0])), Any("value") with { ToleratesNull = true }),
        new("object.from_json", StaticType.Any, static a => JsonFormat.Read(a, a.Text(0)), Text("json")),
        new("object.typeof", StaticType.Text.OrNull(), static a => Value.From(TypeOf(a[0])), Any("value") with { ToleratesNull = true }),
    ];

    private static ValueObject? MembersOf(Arguments arguments)
    {
        if (arguments[0].TryGetObject(out ValueObject? members))
        {
            arguments.State.CountItems(members.Count, arguments.Place);
        }

        return members;
    }

    private static bool TryGet(Arguments arguments, out Value value)
    {
        value = Value.Null;
        return !arguments[0].IsNull && !arguments[1].IsNull
            && (arguments[0].TryGetObject(out ValueObject? members) ? members : throw arguments.Wrong(0, "an object")).TryGetValue(arguments.Text(1), out value);
    }

    private static Value Size(Arguments arguments) => Value.From(arguments[0] switch
    {
        var value when value.TryGetObject(out ValueObject? members) => members.Count,
        var value when value.TryGetList(out ValueList? list) => list.Count,
        var value when value.TryGetText(out string? text) => text.Length,
        _ => 0,
    });

    private static Value Format(Arguments arguments)
    {
        Value value = arguments[0];
        string format = arguments.NumberFormat(1);
        CultureInfo culture = arguments[2].IsNull ? arguments.State.Culture : Cultures.Find(arguments, arguments.Text(2));
        try
        {
            return value.Kind switch
            {
                ValueKind.Null => Value.EmptyText,
                ValueKind.Object => arguments.NewText(arguments.State.ToText(value)),
                ValueKind.Integer when value.TryGetInteger(out long integer) => arguments.NewText(integer, format, culture),
                ValueKind.Number when value.TryGetNumber(out double number) => arguments.NewText(number.ToString(format, culture)),
                ValueKind.Date when value.TryGetDate(out DateTime date) => arguments.NewText(OfNoMachine(date, format).ToString(format, culture)),
                ValueKind.Duration when value.TryGetDuration(out TimeSpan duration) => arguments.NewText(duration.ToString(format, culture)),
                ValueKind.Other when value.Reference is OtherNumber other => arguments.NewText(other.ToString(format, culture)),
                _ => throw arguments.Wrong(0, "a number, a date or a duration"),
            };
        }
        catch (FormatException)
        {
            throw arguments.Fail($"\"{format}\" is no format of {KindNames.Describe(value)}.");
        }
    }

    // A date of no zone counts as universal. Only where a format asks for the zone, as "K" prints nothing for none.
    private static DateTime OfNoMachine(DateTime date, string format) =>
        date.Kind == DateTimeKind.Unspecified && (format == "U" || format.Contains('z', StringComparison.Ordinal)) ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date;

    private static string? KindOf(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => "bool",
        ValueKind.Integer => value.TryGetInteger(out long integer) && integer is >= int.MinValue and <= int.MaxValue ? "int" : "long",
        ValueKind.Number => "double",
        ValueKind.Text => "string",
        ValueKind.Date => "DateTime",
        ValueKind.Duration => "TimeSpan",
        ValueKind.List => "array",
        _ => value.Reference switch
        {
            Callable => "function",
            OtherNumber other => other.KindName,
            _ => "object",
        },
    };

    private static string? TypeOf(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => "boolean",
        ValueKind.Integer or ValueKind.Number => "number",
        ValueKind.Text => "string",
        ValueKind.List => "array",
        _ => value.Reference is OtherNumber ? "number" : "object",
    };
}
