using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Definitions.Writing;

namespace GuidanceFlow.Definitions;

/// <summary>Writes flows as JSON: indented, members in the order of the format, defaults left out, short forms where there are some.</summary>
/// <remarks>
/// What is written reads back as an equal definition, as long as the definition follows the rules that
/// <see cref="FlowReader"/> has for files; what breaks them is written as well as it can be, for the reader to report.
/// Thread-safe.
/// </remarks>
public static class FlowWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // Flows are files for people, never part of an HTML page: é, 中 and < stay what they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // A flow built in code may hold a name twice; saying so is the reader's task.
        SkipValidation = true,
    };

    /// <summary>The flow as UTF-8 JSON that ends with a line break, without byte order mark.</summary>
    /// <param name="definition">The flow.</param>
    public static byte[] Write(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            RootWriter.Write(new JsonOutput(json), definition);
        }

        bytes.Write("\n"u8);
        return SurrogatePairs.Unescape(bytes.WrittenSpan);
    }

    /// <summary>The flow as JSON text that ends with a line break.</summary>
    /// <param name="definition">The flow.</param>
    public static string WriteText(FlowDefinition definition) => Encoding.UTF8.GetString(Write(definition));
}
