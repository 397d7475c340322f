using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>
/// Writes characters beyond U+FFFF as themselves. The JSON writer escapes them whatever its encoder, and 😀 in a flow
/// would become two numbers that nobody can proofread.
/// </summary>
internal static class SurrogatePairs
{
    private const int PairLength = 12;

    /// <summary>The JSON with every escaped pair replaced by its character.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> json)
    {
        var result = new ArrayBufferWriter<byte>(json.Length);
        Span<byte> character = stackalloc byte[4];
        while (!json.IsEmpty)
        {
            // In JSON a backslash begins an escape and stands nowhere else.
            int plain = json.IndexOf((byte)'\\');
            if (plain < 0)
            {
                break;
            }

            result.Write(json[..plain]);
            json = json[plain..];
            if (TryReadPair(json, out Rune rune))
            {
                result.Write(character[..rune.EncodeToUtf8(character)]);
                json = json[PairLength..];
            }
            else
            {
                result.Write(json[..2]);
                json = json[2..];
            }
        }

        result.Write(json);
        return result.WrittenSpan.ToArray();
    }

    private static bool TryReadPair(ReadOnlySpan<byte> json, out Rune rune)
    {
        rune = default;
        return json.Length >= PairLength
            && TryReadUnit(json, out char high)
            && TryReadUnit(json[6..], out char low)
            && Rune.TryCreate(high, low, out rune);
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> json, out char unit)
    {
        bool read = json.StartsWith("\\u"u8) & Utf8Parser.TryParse(json.Slice(2, 4), out ushort value, out int length, 'x') & length == 4;
        unit = (char)value;
        return read;
    }
}
