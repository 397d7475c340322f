using System.Collections.Immutable;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>
/// Holds the items of a stored loop against the type of its list. A whole number counts as any other, and an object may have more fields
/// than the flow knows of: what a session wrote itself is never refused.
/// </summary>
internal static class StoredItems
{
    public static bool Fits(Value value, StaticType type)
    {
        if (type.Kind == StaticTypeKind.Any)
        {
            return true;
        }

        return value.Kind switch
        {
            ValueKind.Null => type.IsNullable,
            ValueKind.Boolean => type.Kind == StaticTypeKind.Boolean,
            ValueKind.Integer or ValueKind.Number => type.Kind is StaticTypeKind.Integer or StaticTypeKind.Number,
            ValueKind.Text => type.Kind == StaticTypeKind.Text,
            ValueKind.Date => type.Kind == StaticTypeKind.Date,
            ValueKind.Duration => type.Kind == StaticTypeKind.Duration,
            ValueKind.List => type.Kind == StaticTypeKind.List && value.TryGetList(out ValueList? list) && ItemsFit(list, type.Item!),
            ValueKind.Object => type.Kind == StaticTypeKind.Object && value.TryGetObject(out ValueObject? members) && FieldsFit(members, type.Fields),
            _ => false,
        };
    }

    /// <summary>What an item must be, in words.</summary>
    public static string Wanted(StaticType type) => type.Kind switch
    {
        StaticTypeKind.Boolean => "true or false",
        StaticTypeKind.Integer or StaticTypeKind.Number => "a number",
        StaticTypeKind.Object => "an object with the fields " + string.Join(", ", type.Fields.Select(field => $"{field.Name} ({field.Type})")),
        _ => "a " + type,
    };

    private static bool ItemsFit(ValueList list, StaticType type)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (!Fits(list[i], type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool FieldsFit(ValueObject members, ImmutableArray<StaticField> fields)
    {
        foreach ((string name, StaticType type) in fields)
        {
            if (!Fits(members.TryGetValue(name, out Value member) ? member : Value.Null, type))
            {
                return false;
            }
        }

        return true;
    }
}
