using System.Globalization;
using GuidanceFlow.Terminal.Drawing;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>The lines at the end of the screen that change while a question is answered.</summary>
internal sealed class LiveArea(Screen screen)
{
    private PromptPicture? _drawn;

    /// <summary>Draws the picture in place of the one before.</summary>
    public void Draw(PromptPicture picture)
    {
        var segments = new List<Segment> { Segment.Control("\u001b[?25l" + ToTop() + "\u001b[J") };
        for (int i = 0; i < picture.Lines.Count; i++)
        {
            if (i > 0)
            {
                segments.Add(Segment.LineBreak);
            }

            segments.AddRange(picture.Lines[i].Segments);
        }

        segments.Add(Segment.Control(Up(picture.Lines.Count - 1 - picture.CursorRow) + "\r" + Move(picture.CursorColumn, 'C') + "\u001b[?25h"));
        _drawn = picture;
        screen.Continue(new Raw(segments));
    }

    /// <summary>Takes the picture away; what comes next stands in its place.</summary>
    public void Clear()
    {
        screen.TakeBack(new Raw([Segment.Control(ToTop() + "\u001b[J")]));
        _drawn = null;
    }

    /// <summary>From the cursor's place to the picture's first column, also when the window is narrower now and lines have been broken in two.</summary>
    private string ToTop()
    {
        if (_drawn is null)
        {
            return "\r";
        }

        int width = screen.WindowWidth;
        int rows = _drawn.Lines.Take(_drawn.CursorRow).Sum(line => Math.Max(1, (line.Width + width - 1) / width)) + (_drawn.CursorColumn / width);
        return "\r" + Up(rows);
    }

    private static string Up(int rows) => Move(rows, 'A');

    private static string Move(int by, char direction) => by <= 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"\u001b[{by}{direction}");

    private sealed class Raw(IReadOnlyList<Segment> segments) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}
