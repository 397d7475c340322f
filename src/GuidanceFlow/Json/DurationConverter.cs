using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Json;

/// <summary>Durations as ISO 8601 writes them.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IsoDuration.TryParse(reader.GetString()!, out TimeSpan duration)
            ? duration
            : throw new JsonException("Expected a duration such as \"PT5M\".");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(IsoDuration.Format(value));
}
