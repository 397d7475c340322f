using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Cli.Play;

/// <summary>The inputs a flow cannot do without, as JSON to fill in.</summary>
internal static class InputsSkeleton
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON; null when the flow starts without inputs.</summary>
    public static string? Of(FlowDefinition flow)
    {
        DataDefinition[] required = [.. flow.Inputs.Where(IsRequired)];
        if (required.Length == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, required);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan).ReplaceLineEndings("\n");
    }

    private static bool IsRequired(DataDefinition input) => !input.Optional && input.Default.IsNull;

    private static void Write(Utf8JsonWriter writer, IEnumerable<DataDefinition> members)
    {
        writer.WriteStartObject();
        foreach (DataDefinition member in members.Where(IsRequired))
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Type, member.Name);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DataType type, string name)
    {
        switch (type.Kind)
        {
            case DataKind.Number or DataKind.Integer:
                writer.WriteNumberValue(1);
                break;
            case DataKind.Boolean:
                writer.WriteBooleanValue(true);
                break;
            case DataKind.List:
                writer.WriteStartArray();
                Write(writer, type.Item!, name);
                writer.WriteEndArray();
                break;
            case DataKind.Object:
                Write(writer, type.Fields);
                break;
            default:
                writer.WriteStringValue(type.Kind switch
                {
                    DataKind.Choice when type.Values.Count > 0 => type.Values[0],
                    DataKind.Date => "2026-01-05T09:00:00Z",
                    DataKind.Duration => "PT1H",
                    _ => name,
                });
                break;
        }
    }
}
