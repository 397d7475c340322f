using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>
/// A datum's type, prepared for reading values that were written by a snapshot: what is as it was written is read without detours and
/// shares its names with all others. Immutable.
/// </summary>
internal sealed class StoredType
{
    private readonly DataKind _kind;
    private readonly string[] _values;
    private readonly string[] _names;
    private readonly StoredType[] _fields;
    private readonly StoredType? _item;

    private StoredType(DataKind kind, string[] values, string[] names, StoredType[] fields, StoredType? item)
    {
        _kind = kind;
        _values = values;
        _names = names;
        _fields = fields;
        _item = item;
    }

    public static StoredType Of(DataType type) => new(
        type.Kind,
        [.. type.Values],
        [.. type.Fields.Select(field => field.Name)],
        [.. type.Fields.Select(field => Of(field.Type))],
        type.Item is null ? null : Of(type.Item));

    /// <summary>Reads the value the reader stands on and leaves the reader on its last token; false for one that has to be fitted, with the reader somewhere.</summary>
    public bool TryRead(ref Utf8JsonReader reader, out Value value)
    {
        value = default;
        switch (_kind)
        {
            case DataKind.Text when reader.TokenType == JsonTokenType.String:
                value = Value.From(reader.GetString());
                return true;
            case DataKind.Choice when reader.TokenType == JsonTokenType.String:
                return TryReadChoice(ref reader, out value);
            case DataKind.Boolean when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                value = Value.From(reader.TokenType == JsonTokenType.True);
                return true;
            case DataKind.Integer when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long integer):
                value = Value.From(integer);
                return true;
            case DataKind.List when reader.TokenType == JsonTokenType.StartArray:
                return TryReadList(ref reader, out value);
            case DataKind.Object when reader.TokenType == JsonTokenType.StartObject:
                return TryReadObject(ref reader, out value);
            default:
                return false;
        }
    }

    private bool TryReadChoice(ref Utf8JsonReader reader, out Value value)
    {
        foreach (string choice in _values)
        {
            if (reader.ValueTextEquals(choice))
            {
                value = Value.From(choice);
                return true;
            }
        }

        value = default;
        return false;
    }

    private bool TryReadList(ref Utf8JsonReader reader, out Value value)
    {
        value = default;
        var items = new Value[4];
        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, count * 2);
            }

            if (!_item!.TryRead(ref reader, out items[count++]))
            {
                return false;
            }
        }

        value = Value.From(ValueList.Create(items.AsSpan(0, count)));
        return true;
    }

    private bool TryReadObject(ref Utf8JsonReader reader, out Value value)
    {
        value = default;
        var members = new Value[_names.Length];
        for (int i = 0; i < members.Length; i++)
        {
            // The fields as they are written: all of them, in the order of the type. Null stands for an optional one.
            if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(_names[i]) || !reader.Read() || !_fields[i].TryRead(ref reader, out members[i]))
            {
                return false;
            }
        }

        value = Value.From(ValueObject.Adopt(_names, members));
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject;
    }
}
