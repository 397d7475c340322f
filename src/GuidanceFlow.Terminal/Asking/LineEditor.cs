using System.Globalization;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>A line of text that is being typed, with its caret. It moves and deletes by what readers see as one character.</summary>
internal sealed class LineEditor
{
    public string Text { get; private set; } = string.Empty;

    /// <summary>Where the next character goes: an index of <see cref="Text"/>.</summary>
    public int Caret { get; private set; }

    public void Insert(string text)
    {
        Text = Text.Insert(Caret, text);
        Caret += text.Length;
    }

    public void Set(string text)
    {
        Text = text;
        Caret = text.Length;
    }

    public void Left() => Caret = Before();

    public void Right() => Caret = Behind();

    public void Home() => Caret = 0;

    public void End() => Caret = Text.Length;

    public void Backspace() => Remove(Before(), Caret);

    public void Delete() => Remove(Caret, Behind());

    public void DeleteToStart() => Remove(0, Caret);

    public void DeleteToEnd() => Remove(Caret, Text.Length);

    public void DeleteWord()
    {
        int start = Text.AsSpan(0, Caret).TrimEnd().LastIndexOf(' ') + 1;
        Remove(start, Caret);
    }

    private void Remove(int from, int to)
    {
        Text = Text.Remove(from, to - from);
        Caret = from;
    }

    private int Before()
    {
        int[] starts = StringInfo.ParseCombiningCharacters(Text);
        int at = Array.FindLastIndex(starts, start => start < Caret);
        return at < 0 ? 0 : starts[at];
    }

    private int Behind()
    {
        int[] starts = StringInfo.ParseCombiningCharacters(Text);
        int at = Array.FindIndex(starts, start => start > Caret);
        return at < 0 ? Text.Length : starts[at];
    }
}
