using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>The terminal as the chat draws on it: what is drawn stands apart from what was before by an empty line.</summary>
internal sealed class Screen(IAnsiConsole console, Glyphs glyphs, bool links)
{
    /// <summary>Longer lines are hard to read.</summary>
    public const int WidestText = 100;

    private bool _wantsGap;

    public Glyphs Glyphs { get; } = glyphs;

    /// <summary>Whether the terminal opens the address behind a text.</summary>
    public bool Links { get; } = links;

    /// <summary>The columns of the window.</summary>
    public int WindowWidth => Math.Max(1, console.Profile.Width);

    /// <summary>The columns that texts use: the last one stays free, where terminals differ.</summary>
    public int Width => Math.Clamp(WindowWidth - 1, 10, WidestText);

    public int Height => Math.Max(4, console.Profile.Height);

    /// <summary>The rows from the beginning of the question to the cursor.</summary>
    public int QuestionRows { get; private set; }

    /// <summary>Says that what is drawn next is the question.</summary>
    public void BeginQuestion() => QuestionRows = 0;

    /// <summary>Draws something behind an empty line.</summary>
    public void Draw(IRenderable what)
    {
        Gap();
        QuestionRows += what.GetSegments(console).Count(segment => segment.IsLineBreak);
        Continue(what);
    }

    public void Draw(IEnumerable<TextLine> lines) => Draw(new TextLines(lines));

    public void Draw(string text, Style style) => Draw(TextLine.Wrapped(SafeText.Clean(text), style, Width));

    /// <summary>Draws directly below what was drawn last.</summary>
    public void Continue(IRenderable what)
    {
        console.Write(what);
        _wantsGap = true;
    }

    /// <summary>Writes what takes away all that was drawn since the last empty line.</summary>
    public void TakeBack(IRenderable what)
    {
        console.Write(what);
        _wantsGap = false;
    }

    /// <summary>One line as long as it is, so that it can be copied as one.</summary>
    public void DrawUnbroken(string line)
    {
        Gap();
        Write(line + "\n");
    }

    /// <summary>Writes a text as it is.</summary>
    public void Write(string text)
    {
        console.Profile.Out.Writer.Write(text);
        console.Profile.Out.Writer.Flush();
        _wantsGap = true;
    }

    public void Gap()
    {
        if (_wantsGap)
        {
            console.Write(new TextLines([TextLine.Empty]));
            QuestionRows++;
        }

        _wantsGap = false;
    }
}
