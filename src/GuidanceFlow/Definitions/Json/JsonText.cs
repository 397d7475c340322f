using System.Buffers;
using System.Globalization;
using System.Text;

namespace GuidanceFlow.Definitions.Json;

/// <summary>The inside of a JSON text: what its escapes mean, and where a UTF-16 unit of the meaning stands among the bytes.</summary>
/// <remarks>The bytes are those between the quotes, already known to be well-formed JSON in valid UTF-8.</remarks>
internal static class JsonText
{
    /// <summary>The text with its escapes resolved. An escaped half of a surrogate pair is kept as it is.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        // Neither a character nor an escape has more UTF-16 units than bytes.
        char[] buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        int count = 0;
        while (!bytes.IsEmpty)
        {
            int plain = bytes.IndexOf((byte)'\\');
            plain = plain < 0 ? bytes.Length : plain;
            count += Encoding.UTF8.GetChars(bytes[..plain], buffer.AsSpan(count));
            bytes = bytes[plain..];
            if (!bytes.IsEmpty)
            {
                buffer[count++] = Escaped(bytes);
                bytes = bytes[EscapeLength(bytes)..];
            }
        }

        string text = new(buffer, 0, count);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    /// <summary>The byte offset of a UTF-16 unit of the decoded text; the end for one behind it. The second half of a pair is where the first is.</summary>
    public static int ByteOffset(ReadOnlySpan<byte> bytes, int unit)
    {
        int at = 0;
        while (unit > 0 && at < bytes.Length)
        {
            int length;
            int units = 1;
            if (bytes[at] == '\\')
            {
                length = EscapeLength(bytes[at..]);
            }
            else
            {
                Rune.DecodeFromUtf8(bytes[at..], out Rune rune, out length);
                units = rune.Utf16SequenceLength;
            }

            if (units > unit)
            {
                break;
            }

            unit -= units;
            at += length;
        }

        return at;
    }

    /// <summary>The index of the first half of a surrogate pair that stands alone, or -1.</summary>
    public static int IndexOfLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static int EscapeLength(ReadOnlySpan<byte> bytes) => bytes[1] == 'u' ? 6 : 2;

    private static char Escaped(ReadOnlySpan<byte> bytes) => bytes[1] switch
    {
        (byte)'n' => '\n',
        (byte)'t' => '\t',
        (byte)'r' => '\r',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'u' => (char)ushort.Parse(bytes.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        byte other => (char)other,
    };
}
