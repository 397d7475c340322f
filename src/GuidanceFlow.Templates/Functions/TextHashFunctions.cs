using System.Security.Cryptography;
using System.Text;
using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> that make a checksum of a text, or write it in Base64. Texts are taken as UTF-8, checksums written in small hexadecimal digits.</summary>
internal static class TextHashFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.md5", StaticType.Text, static a => Hash(a, MD5.HashData), Text("text")),
        new("string.sha1", StaticType.Text, static a => Hash(a, SHA1.HashData), Text("text")),
        new("string.sha256", StaticType.Text, static a => Hash(a, SHA256.HashData), Text("text")),
        new("string.sha512", StaticType.Text, static a => Hash(a, SHA512.HashData), Text("text")),
        new("string.hmac_sha1", StaticType.Text, static a => Hash(a, HMACSHA1.HashData), Text("text"), Text("secret_key")),
        new("string.hmac_sha256", StaticType.Text, static a => Hash(a, HMACSHA256.HashData), Text("text"), Text("secret_key")),
        new("string.hmac_sha512", StaticType.Text, static a => Hash(a, HMACSHA512.HashData), Text("text"), Text("secret_key")),
        new("string.base64_encode", StaticType.Text, static a => a.NewText(Convert.ToBase64String(Bytes(a, 0))), Text("text")),
        new("string.base64_decode", StaticType.Text, Decode, Text("text")),
    ];

    private static byte[] Bytes(Arguments arguments, int index) => Encoding.UTF8.GetBytes(arguments.Text(index));

    private static Value Hash(Arguments arguments, Func<byte[], byte[]> hash) => Value.From(Convert.ToHexStringLower(hash(Bytes(arguments, 0))));

    private static Value Hash(Arguments arguments, Func<byte[], byte[], byte[]> hash) => Value.From(Convert.ToHexStringLower(hash(Bytes(arguments, 1), Bytes(arguments, 0))));

    private static Value Decode(Arguments arguments)
    {
        try
        {
            return arguments.NewText(Encoding.UTF8.GetString(Convert.FromBase64String(arguments.Text(0))));
        }
        catch (FormatException)
        {
            throw arguments.Fail($"\"{arguments.Text(0)}\" is not written in Base64.");
        }
    }
}
