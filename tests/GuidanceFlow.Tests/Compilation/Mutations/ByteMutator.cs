using System.Text;

namespace GuidanceFlow.Tests.Compilation.Mutations;

/// <summary>Changes a file's bytes at random, as broken disks, editors and merges do.</summary>
internal sealed class ByteMutator(Random random)
{
    private static readonly byte[][] Inserts =
    [
        [0xFF], [0xC0, 0x80], [0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xE2, 0x80, 0xA8], [0xC3], [0x0D], [0x0B],
        .. new[] { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "/", "/*", "*/", "//", "1e999", "-", "null", "{{", "}}", "\n", "<<<<<<< HEAD\n", "\u00a0", "😀" }.Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Mutate(string text)
    {
        List<byte> bytes = [.. Encoding.UTF8.GetBytes(text)];
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            Change(bytes);
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        int at = random.Next(bytes.Count);
        int length = random.Next(Math.Min(200, bytes.Count - at) + 1);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 or 3:
                bytes.InsertRange(at, Inserts[random.Next(Inserts.Length)]);
                break;
            case 4:
                bytes.RemoveAt(at);
                break;
            case 5:
                bytes.RemoveRange(at, length);
                break;
            case 6:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            default:
                if (random.Next(4) == 0)
                {
                    bytes.RemoveRange(at, bytes.Count - at);
                }

                break;
        }
    }
}
