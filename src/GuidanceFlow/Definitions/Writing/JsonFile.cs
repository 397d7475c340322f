using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Files for people: indented, with line breaks of one kind on every machine.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // They are never part of an HTML page: é, 中 and < stay what they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // A definition built in code may hold a name twice; saying so is the reader's task.
        SkipValidation = true,
    };

    /// <summary>UTF-8 JSON that ends with a line break, without byte order mark.</summary>
    public static byte[] Write(Action<JsonOutput> write)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(new JsonOutput(json));
        }

        bytes.Write("\n"u8);
        return SurrogatePairs.Unescape(bytes.WrittenSpan);
    }
}
