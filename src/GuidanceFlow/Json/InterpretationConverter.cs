using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Json;

/// <summary>What an interpreter said, without its facts: journals keep those beside it.</summary>
internal sealed class InterpretationConverter : JsonConverter<AnswerInterpretation>
{
    private const string Match = "match";
    private const string Ambiguous = "ambiguous";
    private const string Invalid = "invalid";
    private const string NoMatch = "no_match";

    public override AnswerInterpretation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected what an interpreter said, as an object.");
        }

        (string? kind, string? by, string? reason, Value value) = (null, null, null, default);
        var candidates = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "kind":
                    kind = TextOf(ref reader);
                    break;
                case "by":
                    by = TextOf(ref reader);
                    break;
                case "value":
                    value = ValueJson.Read(ref reader);
                    break;
                case "reason":
                    reason = TextOf(ref reader);
                    break;
                case "candidates" when reader.TokenType == JsonTokenType.StartArray:
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        candidates.Add(TextOf(ref reader));
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return kind switch
        {
            NoMatch => AnswerInterpretation.NoMatch,
            _ when string.IsNullOrWhiteSpace(by) => throw new JsonException("An interpretation must say who interpreted ('by')."),
            Match => AnswerInterpretation.Match(value, by),
            Ambiguous => AnswerInterpretation.Ambiguous(by, candidates),
            Invalid when !string.IsNullOrWhiteSpace(reason) => AnswerInterpretation.Invalid(reason, by),
            _ => throw new JsonException("The 'kind' of an interpretation must be match, ambiguous, invalid (with a 'reason') or no_match."),
        };
    }

    public override void Write(Utf8JsonWriter writer, AnswerInterpretation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, value.Kind switch
        {
            AnswerInterpretationKind.Match => Match,
            AnswerInterpretationKind.Ambiguous => Ambiguous,
            AnswerInterpretationKind.Invalid => Invalid,
            _ => NoMatch,
        });
        if (value.By is not null)
        {
            writer.WriteString("by"u8, value.By);
        }

        if (!value.Value.IsNull)
        {
            writer.WritePropertyName("value"u8);
            ValueJson.Write(writer, value.Value);
        }

        if (!value.Candidates.IsEmpty)
        {
            writer.WriteStartArray("candidates"u8);
            foreach (string candidate in value.Candidates)
            {
                writer.WriteStringValue(candidate);
            }

            writer.WriteEndArray();
        }

        if (value.Reason is not null)
        {
            writer.WriteString("reason"u8, value.Reason);
        }

        writer.WriteEndObject();
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("Expected a text.");
}
