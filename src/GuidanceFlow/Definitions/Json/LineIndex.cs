using System.Text;

namespace GuidanceFlow.Definitions.Json;

/// <summary>Finds line and column, in UTF-16 units, of a byte offset. Lines end with LF, CR LF or CR.</summary>
/// <remarks>Made when the first finding asks. Long lines are marked every few kilobytes, so that a file written on one line is no trap.</remarks>
internal sealed class LineIndex
{
    private const int MarkDistance = 4096;

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly List<Mark> _marks = [];

    public LineIndex(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        ReadOnlySpan<byte> bytes = utf8.Span;
        var mark = new Mark(0, 1, 1);
        _marks.Add(mark);
        int at = 0;
        while (true)
        {
            int length = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
            int end = length < 0 ? bytes.Length : at + length;
            while (end - mark.Offset > MarkDistance)
            {
                mark = Advance(bytes, mark, CharacterStart(bytes, mark.Offset + MarkDistance));
                _marks.Add(mark);
            }

            if (length < 0)
            {
                return;
            }

            at = end + (bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1);
            mark = new Mark(at, mark.Line + 1, 1);
            _marks.Add(mark);
        }
    }

    public (int Line, int Column) Locate(int offset)
    {
        int index = _marks.BinarySearch(new Mark(offset, 0, 0));
        Mark mark = _marks[index >= 0 ? index : ~index - 1];
        mark = Advance(_utf8.Span, mark, offset);
        return (mark.Line, mark.Column);
    }

    private static Mark Advance(ReadOnlySpan<byte> bytes, Mark from, int to) =>
        new(to, from.Line, from.Column + Encoding.UTF8.GetCharCount(bytes[from.Offset..to]));

    // Backwards out of the middle of a character.
    private static int CharacterStart(ReadOnlySpan<byte> bytes, int offset)
    {
        while ((bytes[offset] & 0xC0) == 0x80)
        {
            offset--;
        }

        return offset;
    }

    private readonly record struct Mark(int Offset, int Line, int Column) : IComparable<Mark>
    {
        public int CompareTo(Mark other) => Offset.CompareTo(other.Offset);
    }
}
