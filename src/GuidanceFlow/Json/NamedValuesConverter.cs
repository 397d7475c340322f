using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Json;

/// <summary>Named values as one JSON object, in their order.</summary>
internal sealed class NamedValuesConverter : JsonConverter<EquatableArray<KeyValuePair<string, Value>>>
{
    public override EquatableArray<KeyValuePair<string, Value>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object of named values.");
        }

        var values = new List<KeyValuePair<string, Value>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            values.Add(KeyValuePair.Create(name, ValueJson.Read(ref reader)));
        }

        return values.ToEquatableArray();
    }

    public override void Write(Utf8JsonWriter writer, EquatableArray<KeyValuePair<string, Value>> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, Value item) in value.AsSpan())
        {
            writer.WritePropertyName(name);
            ValueJson.Write(writer, item);
        }

        writer.WriteEndObject();
    }
}
