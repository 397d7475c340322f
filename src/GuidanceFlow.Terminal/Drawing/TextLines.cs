using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Lines as they are, each with its end.</summary>
internal sealed class TextLines(IEnumerable<TextLine> lines) : IRenderable
{
    private readonly TextLine[] _lines = [.. lines];

    public Measurement Measure(RenderOptions options, int maxWidth)
    {
        int width = Math.Min(maxWidth, _lines.Length == 0 ? 0 : _lines.Max(line => line.Width));
        return new Measurement(width, width);
    }

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (TextLine line in _lines)
        {
            foreach (Segment segment in line.Segments)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
