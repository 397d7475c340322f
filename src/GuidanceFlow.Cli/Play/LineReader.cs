namespace GuidanceFlow.Cli.Play;

/// <summary>Reads lines as bytes, without a string a line, and never holds more of one than the limit.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _lineEnd;
    private int _next;
    private int _end;
    private bool _ended;

    /// <summary>The line just read, without its end; only good until the next one is read.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_start.._lineEnd);

    /// <summary>Whether the line just read was longer than the limit; nothing of it is kept.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Goes to the next line; false at the end of the input. The last line needs no end.</summary>
    public bool Read()
    {
        _start = _next;
        TooLong = false;
        int searched = _start;
        while (true)
        {
            int newline = _buffer.AsSpan(searched.._end).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                return Found(searched + newline, behind: 1);
            }

            searched = _end;
            if (_ended)
            {
                return (_end > _start || TooLong) && Found(_end, behind: 0);
            }

            // A byte more than the limit may be the carriage return before the line's end.
            if (_end - _start > limit + 1)
            {
                TooLong = true;
                _start = _end = searched = 0;
            }

            searched -= Fill();
        }
    }

    private bool Found(int end, int behind)
    {
        _next = end + behind;
        _lineEnd = end > _start && _buffer[end - 1] == '\r' ? end - 1 : end;
        TooLong |= _lineEnd - _start > limit;
        _start = TooLong ? _lineEnd : _start;
        return true;
    }

    /// <summary>Reads on, and returns by how much the kept bytes moved to the front.</summary>
    private int Fill()
    {
        int moved = 0;
        if (_end == _buffer.Length)
        {
            if (_start > 0)
            {
                moved = _start;
                _buffer.AsSpan(_start.._end).CopyTo(_buffer);
                _end -= moved;
                _start = 0;
            }
            else
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return moved;
    }
}
