using System.Text.Json;

namespace GuidanceFlow.Cli.Files;

/// <summary>What the members at the root of a file tell of its kind.</summary>
internal readonly record struct FileRoot
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// Whether it has the members <c>flow</c> and <c>stages</c>. Of a file with a syntax error one of them is enough: the error may stand
    /// before the other, and a broken flow must not go unnoticed.
    /// </summary>
    public bool LooksLikeFlow { get; private init; }

    /// <summary>Whether it has a <c>locale</c>, and neither <c>locales</c> nor a list of <c>stages</c>. Of a file with a syntax error that lack is enough.</summary>
    public bool LooksLikeTranslation { get; private init; }

    public static FileRoot Of(string file)
    {
        (bool flow, bool stages, bool list, bool locale, bool locales) = (false, false, false, false, false);
        bool broken = false;
        try
        {
            var reader = new Utf8JsonReader(WithoutMark(File.ReadAllBytes(file)), Options);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                flow |= reader.ValueTextEquals("flow"u8);
                locale |= reader.ValueTextEquals("locale"u8);
                locales |= reader.ValueTextEquals("locales"u8);
                if (reader.ValueTextEquals("stages"u8))
                {
                    stages = true;
                    list |= reader.Read() && reader.TokenType == JsonTokenType.StartArray;
                }
            }
        }
        catch (JsonException)
        {
            broken = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The compiler says so with the reason.
            return new FileRoot { LooksLikeFlow = true };
        }

        return new FileRoot
        {
            LooksLikeFlow = broken ? flow || stages : flow && stages,
            LooksLikeTranslation = (locale || broken) && !locales && !list,
        };
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
