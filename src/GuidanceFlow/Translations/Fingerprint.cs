using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>Tells whether a text is still the one that was translated.</summary>
internal static class Fingerprint
{
    /// <summary>The first 32 bits of SHA-256, as 8 hexadecimal digits, over the texts, each with its length.</summary>
    public static string Of(EquatableArray<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string text in texts)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
            hash.AppendData(length);
            hash.AppendData(utf8);
        }

        return BinaryPrimitives.ReadUInt32BigEndian(hash.GetHashAndReset()).ToString("x8", CultureInfo.InvariantCulture);
    }
}
