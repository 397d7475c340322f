using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
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
        new("object.keys", StaticType.List(StaticType.Text), static a => a.NewList(a[0].TryGetObject(out ValueObject? members) ? [.. members.Names.Select(Value.From)] : []), Any("value")),
        new("object.values", AnyList, static a => a.NewList(a[0].TryGetObject(out ValueObject? members) ? [.. members.Select(member => member.Value)] : []), Any("value")),
        new("object.has_key", StaticType.Boolean, static a => Value.From(a[0].TryGetObject(out ValueObject? members) && members.TryGetValue(a.Text(1), out _)), Any("value"), Text("key")),
        new("object.has_value", StaticType.Boolean, static a => Value.From(a[0].TryGetObject(out ValueObject? members) && members.TryGetValue(a.Text(1), out Value value) && !value.IsNull), Any("value"), Text("key")),
        new("object.size", StaticType.Integer, Size, Any("value")),
        new("object.typeof", StaticType.Text.OrNull(), static a => Value.From(TypeOf(a[0])), Any("value") with { ToleratesNull = true }),
    ];

    private static Value Size(Arguments arguments) => Value.From(arguments[0] switch
    {
        var value when value.TryGetObject(out ValueObject? members) => members.Count,
        var value when value.TryGetList(out ValueList? list) => list.Count,
        var value when value.TryGetText(out string? text) => text.Length,
        _ => 0,
    });

    private static string? TypeOf(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => "boolean",
        ValueKind.Integer or ValueKind.Number => "number",
        ValueKind.Text => "string",
        ValueKind.List => "array",
        _ => "object",
    };
}
