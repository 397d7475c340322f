using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads JSON into located items: with comments and trailing commas, as in flows.</summary>
internal static class JsonItems
{
    // The depth that flows have; what is deeper is refused by the reader, never a stack overflow.
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="HalfCharacterException">A text holds half of a character.</exception>
    public static JsonItem Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        JsonItem root = Read(ref reader, name: null, nameStart: 0, path: string.Empty);

        // Finds what stands behind the end.
        reader.Read();
        return root;
    }

    /// <summary>The item as a value of a session.</summary>
    public static Value ToValue(JsonItem item, ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8[item.Start..item.End], Options);
        reader.Read();
        return ValueJson.Read(ref reader);
    }

    private static JsonItem Read(ref Utf8JsonReader reader, string? name, int nameStart, string path)
    {
        var item = new JsonItem(KindOf(reader.TokenType), (int)reader.TokenStartIndex)
        {
            Name = name,
            NameStart = nameStart,
            Path = path,
            Text = reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : null,
        };
        if (item.Kind is JsonValueKind.Object or JsonValueKind.Array)
        {
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                item.Children.Add(ReadChild(ref reader, item));
            }
        }

        item.End = (int)reader.BytesConsumed;
        return item;
    }

    private static JsonItem ReadChild(ref Utf8JsonReader reader, JsonItem parent)
    {
        if (parent.Kind == JsonValueKind.Array)
        {
            return Read(ref reader, name: null, nameStart: 0, parent.Path + "/" + parent.Children.Count.ToString(CultureInfo.InvariantCulture));
        }

        int nameStart = (int)reader.TokenStartIndex;
        string name = TextOf(ref reader);
        reader.Read();
        return Read(ref reader, name, nameStart, parent.Path + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // What the reader says about "\ud800".
            throw new HalfCharacterException((int)reader.TokenStartIndex);
        }
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
