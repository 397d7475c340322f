using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>A line of the screen: pieces of text, each in a style. It is never broken again.</summary>
internal sealed record TextLine(params Segment[] Segments)
{
    public static TextLine Empty { get; } = new([]);

    public int Width => Segments.Sum(segment => Cells.Width(segment.Text));

    public static TextLine Of(string text, Style style) => text.Length == 0 ? Empty : new TextLine(new Segment(text, style));

    /// <summary>A text broken into lines, the first with one beginning and the others with another of the same width.</summary>
    public static IEnumerable<TextLine> Wrapped(string text, Style style, int width, Segment? first = null, Style? firstStyle = null)
    {
        int indent = first is null ? 0 : Cells.Width(first.Text);
        IReadOnlyList<string> lines = TextWrap.Lines(text, width - indent);
        for (int i = 0; i < lines.Count; i++)
        {
            yield return first is null ? Of(lines[i], style)
                : i == 0 ? new TextLine(new Segment(first.Text, firstStyle ?? first.Style), new Segment(lines[i], style))
                : new TextLine(new Segment(new string(' ', indent)), new Segment(lines[i], style));
        }
    }
}
