using System.Globalization;
using System.Text;
using GuidanceFlow.Terminal.Drawing;
using Spectre.Console;

namespace GuidanceFlow.Terminal.Tests;

/// <summary>A terminal in memory: it does what a real one does with text, line ends and the sequences the chat uses, and shows what one would see.</summary>
internal sealed class VirtualTerminal(int width, int height = 24) : TextWriter, IAnsiConsoleOutput
{
    private readonly List<List<string>> _rows = [[]];
    private readonly StringBuilder _raw = new();
    private readonly StringBuilder _sequence = new();
    private char _half;
    private int _row;
    private int _column;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>All that was ever written.</summary>
    public string Raw => _raw.ToString();

    /// <summary>What one sees, with what has scrolled out of sight.</summary>
    public string Text => string.Join('\n', _rows.Select(row => string.Concat(row).TrimEnd())).TrimEnd() + "\n";

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public (int Row, int Column) Cursor => (_row, _column);

    public override Encoding Encoding => Encoding.UTF8;

    public TextWriter Writer => this;

    public bool IsTerminal => true;

    public void SetEncoding(Encoding encoding)
    {
    }

    public Screen Screen(params (string Name, string Value)[] environment) =>
        ScreenFactory.Create(this, name => environment.FirstOrDefault(entry => entry.Name == name).Value);

    public override void Write(char value)
    {
        _raw.Append(value);
        if (_sequence.Length > 0 || value == '\u001b')
        {
            _sequence.Append(value);
            TryObey();
            return;
        }

        if (char.IsHighSurrogate(value))
        {
            _half = value;
        }
        else if (char.IsLowSurrogate(value))
        {
            Put(new string([_half, value]));
        }
        else if (value == '\r')
        {
            _column = 0;
        }
        else if (value == '\n')
        {
            Go(_row + 1, 0);
        }
        else
        {
            Put(value.ToString());
        }
    }

    private void Put(string text)
    {
        int cells = CellsOf(text);
        if (_column + cells > Width)
        {
            Go(_row + 1, 0);
        }

        List<string> row = _rows[_row];
        while (row.Count < _column + cells)
        {
            row.Add(" ");
        }

        row[_column] = text;
        if (cells == 2)
        {
            row[_column + 1] = string.Empty;
        }

        _column += cells;
    }

    /// <summary>Told apart here once more and in another way, so that what is drawn is not measured with what drew it.</summary>
    private static int CellsOf(string text) =>
        "✅❌⭐⏰☕⚡".Contains(text, StringComparison.Ordinal) || char.ConvertToUtf32(text, 0) is (>= 0x3001 and <= 0x30FF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xFF01 and <= 0xFF60) or >= 0x1F600 ? 2 : 1;

    private void Go(int row, int column)
    {
        while (_rows.Count <= row)
        {
            _rows.Add([]);
        }

        (_row, _column) = (row, column);
    }

    private void TryObey()
    {
        string sequence = _sequence.ToString();
        if (sequence.StartsWith("\u001b]", StringComparison.Ordinal) ? sequence.EndsWith("\u001b\\", StringComparison.Ordinal) : sequence.Length > 2 && sequence[^1] is >= '@' and <= '~')
        {
            _sequence.Clear();
        }
        else
        {
            return;
        }

        int count = int.TryParse(sequence.AsSpan(2, Math.Max(0, sequence.Length - 3)), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
        switch (sequence[^1])
        {
            case 'A':
                _row = Math.Max(0, _row - count);
                break;
            case 'C':
                _column = Math.Min(Width - 1, _column + count);
                break;
            case 'J':
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                _rows[_row].RemoveRange(Math.Min(_column, _rows[_row].Count), Math.Max(0, _rows[_row].Count - _column));
                break;
            default:
                break;
        }
    }
}
