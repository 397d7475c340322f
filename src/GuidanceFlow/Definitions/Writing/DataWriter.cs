using System.Globalization;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes declarations, types and defaults.</summary>
internal static class DataWriter
{
    public static void Write(JsonOutput output, DataDefinition data)
    {
        output.Name(data.Name);
        if (!data.Optional && data.Default.IsNull)
        {
            WriteType(output, data.Type);
            return;
        }

        output.StartObject();
        WriteTypeMembers(output, data.Type);
        if (data.Optional)
        {
            output.Name("optional");
            output.Flag(true);
        }

        if (!data.Default.IsNull)
        {
            output.Name("default");
            WriteValue(output, data.Default);
        }

        output.EndObject();
    }

    private static void WriteType(JsonOutput output, DataType? type)
    {
        if (type is null)
        {
            output.Null();
            return;
        }

        if (Word(type) is { } word)
        {
            output.Text(word);
            return;
        }

        output.StartObject();
        WriteTypeMembers(output, type);
        output.EndObject();
    }

    private static void WriteTypeMembers(JsonOutput output, DataType type)
    {
        if (Word(type) is { } word)
        {
            output.Required("type", word);
            return;
        }

        switch (type.Kind)
        {
            case DataKind.List:
                output.Required("type", "list");
                output.Name("of");
                WriteType(output, type.Item);
                break;
            case DataKind.Choice:
                output.Required("type", "choice");
                output.Required("values", type.Values, static (output, value) => output.Text(value));
                break;
            case DataKind.Object:
                output.Required("type", "object");
                output.RequiredMap("fields", type.Fields, Write);
                break;
            default:
                output.Required("type", value: null);
                break;
        }
    }

    /// <summary>The type as one text; null when it needs an object.</summary>
    private static string? Word(DataType type)
    {
        string prefix = string.Empty;
        for (int lists = 0; type is { Kind: DataKind.List, Item: { } item } && lists < DataTypeReader.MostListsInText; lists++)
        {
            prefix += DataTypeReader.ListPrefix;
            type = item;
        }

        return DataTypeReader.Simple.Of(type.Kind) is { } word ? prefix + word : null;
    }

    /// <summary>A default, or a value of a decision table. Dates and durations are texts here, not the objects they are in a stored session: the type says what they are.</summary>
    public static void WriteValue(JsonOutput output, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                output.Flag(value == Value.True);
                break;
            case ValueKind.Integer when value.TryGetInteger(out long integer):
                output.Integer(integer);
                break;
            case ValueKind.Number when value.TryGetNumber(out double number):
                output.Number(number);
                break;
            case ValueKind.Text when value.TryGetText(out string? text):
                output.Text(text);
                break;
            case ValueKind.Date when value.TryGetDate(out DateTime date):
                date = date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date;
                output.Text(date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
                break;
            case ValueKind.Duration when value.TryGetDuration(out TimeSpan duration):
                output.Text(IsoDuration.Format(duration));
                break;
            case ValueKind.List when value.TryGetList(out ValueList? list):
                output.Array(list.ToEquatableArray(), WriteValue);
                break;
            case ValueKind.Object when value.TryGetObject(out ValueObject? members):
                output.StartObject();
                foreach ((string name, Value member) in members)
                {
                    output.Name(name);
                    WriteValue(output, member);
                }

                output.EndObject();
                break;
            default:
                output.Null();
                break;
        }
    }
}
