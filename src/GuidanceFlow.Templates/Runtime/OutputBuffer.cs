using System.Globalization;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>The text being rendered. Numbers are formatted in place; nothing is allocated once the buffer has grown.</summary>
internal sealed class OutputBuffer(RenderState state)
{
    private const int InitialLength = 512;

    // A larger buffer is given back after use, so that one long text does not stay in memory.
    private const int KeptLength = 1 << 15;

    private char[] _chars = new char[InitialLength];
    private int _limit;
    private int _capturedAt = -1;
    private bool _capturedLine;

    public int Length { get; private set; }

    /// <summary>What stands in front of each line that a function prints where its own text says nothing else: the indentation of the call.</summary>
    public string Indentation { get; set; } = string.Empty;

    public ReadOnlySpan<char> Written => _chars.AsSpan(0, Length);

    public void Start(int limit)
    {
        Indentation = string.Empty;
        Length = 0;
        _capturedAt = -1;
        _limit = limit;
    }

    public void Finish()
    {
        Length = 0;
        if (_chars.Length > KeptLength)
        {
            _chars = new char[InitialLength];
        }
    }

    public void Write(string text) => Write(text.AsSpan());

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > _chars.Length - Length || text.Length > _limit - Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Write(char character)
    {
        if (Length == _chars.Length || Length == _limit)
        {
            Grow(1);
        }

        _chars[Length++] = character;
    }

    public void Write(long number, CultureInfo culture)
    {
        int written;
        while (!number.TryFormat(_chars.AsSpan(Length), out written, default, culture))
        {
            Grow(_chars.Length - Length + 1);
        }

        Advance(written);
    }

    public void Write(double number, CultureInfo culture)
    {
        int written;
        while (!number.TryFormat(_chars.AsSpan(Length), out written, default, culture))
        {
            Grow(_chars.Length - Length + 1);
        }

        Advance(written);
    }

    public void Write(TimeSpan duration)
    {
        int written;
        while (!duration.TryFormat(_chars.AsSpan(Length), out written, "c", CultureInfo.InvariantCulture))
        {
            Grow(_chars.Length - Length + 1);
        }

        Advance(written);
    }

    /// <summary>Takes back what was written behind a position and gives it as a string.</summary>
    public string Cut(int start)
    {
        state.CountCharacters(Length - start, state.Place);
        string cut = new(_chars, start, Length - start);
        Length = start;
        if (start < _capturedAt)
        {
            _capturedAt = -1;
        }

        return cut;
    }

    /// <summary>
    /// Takes back what was captured. As in Scriban, whether a line starts behind it depends on what was captured, and no longer on what stands before.
    /// </summary>
    public string CutCaptured(int start)
    {
        string captured = Cut(start);
        if (captured.Length > 0)
        {
            (_capturedAt, _capturedLine) = (start, captured[^1] == '\n');
        }

        return captured;
    }

    /// <summary>Indents every line that starts behind a position, or at it if a line starts there.</summary>
    public void Indent(int start, string indent)
    {
        bool lineStarts = start == _capturedAt ? _capturedLine : start > 0 && _chars[start - 1] == '\n';
        if (indent.Length == 0 || start == Length || (!lineStarts && !_chars.AsSpan(start, Length - start - 1).Contains('\n')))
        {
            return;
        }

        string text = Cut(start);
        foreach (char character in text)
        {
            if (lineStarts)
            {
                Write(indent);
            }

            Write(character);
            lineStarts = character == '\n';
        }
    }

    private void Advance(int written)
    {
        Length += written;
        if (Length > _limit)
        {
            Length -= written;
            Grow(written);
        }
    }

    private void Grow(int needed)
    {
        if (needed > _limit - Length && Length + (long)needed > _limit)
        {
            throw state.Fail(TemplateDiagnosticCode.RuntimeLimit, state.Place, $"The text grows beyond {_limit} characters, the limit of RenderSettings.MaxOutputLength.");
        }

        if (needed > _chars.Length - Length)
        {
            Array.Resize(ref _chars, (int)Math.Min(Array.MaxLength, Math.Max(_chars.Length * 2L, Length + (long)needed)));
        }
    }
}
