using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads files that a customer sends: an object, or an array of several. Never their bytes, which the protocol has no place for.</summary>
internal static class AttachmentReader
{
    private static readonly string[] Members = ["reference", "kind", "size", "name"];
    private static readonly string[] Kinds = ["image", "video", "audio", "document"];

    /// <exception cref="RequestException">It is neither.</exception>
    public static IReadOnlyList<Attachment> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [ReadOne(ref reader)];
        }

        var files = new List<Attachment>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            files.Add(ReadOne(ref reader));
        }

        return files;
    }

    private static Attachment ReadOne(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new RequestException($"Expected 'attachment' to be an object, or an array of them, found {RequestValues.Describe(reader.TokenType)}.");
        }

        string? reference = null;
        AttachmentKind? kind = null;
        long size = 0;
        string? name = null;
        var seen = default(Seen);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            switch (RequestValues.Member(ref reader, Members, "'attachment'", ref seen))
            {
                case 0:
                    reference = RequestValues.Text(ref reader, "reference");
                    break;
                case 1:
                    kind = KindOf(RequestValues.Text(ref reader, "kind"));
                    break;
                case 2:
                    size = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long bytes) && bytes >= 0 ? bytes : throw new RequestException("Member 'size' must be a whole number of bytes from 0.");
                    break;
                default:
                    name = RequestValues.Text(ref reader, "name");
                    break;
            }
        }

        return reference is not null && kind is { } given
            ? new Attachment(reference, given) { Size = size, Name = name }
            : throw new RequestException("An attachment must have 'reference' and 'kind'. Send {\"attachment\":{\"reference\":\"…\",\"kind\":\"image\",\"size\":120000}}.");
    }

    private static AttachmentKind KindOf(string word) => Array.IndexOf(Kinds, word) is >= 0 and int kind
        ? (AttachmentKind)kind
        : throw new RequestException($"There is no kind {Spelling.Quote(word)}. The kinds are {string.Join(", ", Kinds)}.");
}
