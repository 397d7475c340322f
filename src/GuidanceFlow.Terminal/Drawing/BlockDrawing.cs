using GuidanceFlow.Prompts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Draws what stands beside a message's text.</summary>
internal static class BlockDrawing
{
    private const int MostSteps = 12;

    public static IRenderable Draw(Block block, Screen screen) => block switch
    {
        ProgressBlock progress => new TextLines(Progress(progress, screen)),
        ChecklistBlock checklist => new TextLines(Checklist(checklist, screen)),
        KnowledgeBlock knowledge => new TextLines(Link(knowledge.Title, knowledge.Url, screen)),
        ImageBlock image => new TextLines(Image(image, screen)),
        TableBlock table => TableDrawing.Draw(table, screen),
        _ => new TextLines([]),
    };

    private static IEnumerable<TextLine> Progress(ProgressBlock progress, Screen screen)
    {
        string title = SafeText.CleanLine(progress.Title);
        string count = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{progress.Stage}/{progress.Count}");
        var steps = new List<Segment>();
        for (int step = 1; step <= progress.Count && progress.Count <= MostSteps; step++)
        {
            bool done = step <= progress.Stage;
            if (step > 1)
            {
                steps.Add(new Segment(done ? screen.Glyphs.Join : screen.Glyphs.JoinOpen, done ? Styles.Good : Styles.Quiet));
            }

            steps.Add(new Segment(done ? screen.Glyphs.Done : screen.Glyphs.Open, done ? Styles.Good : Styles.Quiet));
        }

        var bar = new TextLine([.. steps]);
        bool fits = bar.Width + 2 + count.Length + 1 + Cells.Width(title) <= screen.Width;
        if (steps.Count == 0 || bar.Width > screen.Width)
        {
            return TextLine.Wrapped(title, Styles.Heading, screen.Width, new Segment(count + " "));
        }

        return fits
            ? [new TextLine([.. steps, new Segment("  " + count + " "), new Segment(title, Styles.Heading)])]
            : TextLine.Wrapped(title, Styles.Heading, screen.Width, new Segment(count + " ")).Prepend(bar);
    }

    private static IEnumerable<TextLine> Checklist(ChecklistBlock checklist, Screen screen)
    {
        Glyphs glyphs = screen.Glyphs;
        IEnumerable<TextLine> title = checklist.Title is null ? [] : TextLine.Wrapped(SafeText.CleanLine(checklist.Title), Styles.Heading, screen.Width);
        return title.Concat(checklist.Items.SelectMany(item =>
        {
            (string mark, Style style) = item.Done switch
            {
                true => (glyphs.Ticked, Styles.Good),
                false => (glyphs.Unticked, Styles.Quiet),
                null => (glyphs.Bullet, Styles.Quiet),
            };
            return TextLine.Wrapped(SafeText.CleanLine(item.Text), Styles.Plain, screen.Width, new Segment("  " + mark + " ", style));
        }));
    }

    private static IEnumerable<TextLine> Image(ImageBlock image, Screen screen)
    {
        IEnumerable<TextLine> link = Link(image.Alt, image.Url, screen);
        return image.Caption is null ? link : link.Concat(TextLine.Wrapped(SafeText.CleanLine(image.Caption), Styles.Quiet, screen.Width, new Segment("  ")));
    }

    private static IEnumerable<TextLine> Link(string name, string address, Screen screen)
    {
        string title = SafeText.CleanLine(name);
        string url = SafeText.CleanLine(address);
        var mark = new Segment(screen.Glyphs.Link + " ", Styles.Quiet);
        bool isWeb = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (screen.Links && isWeb)
        {
            return TextLine.Wrapped(title, new Style(decoration: Decoration.Underline, link: url), screen.Width, mark);
        }

        // An address broken into lines could neither be clicked nor copied; the terminal itself breaks one that is too long.
        string indent = new(' ', Cells.Width(mark.Text));
        bool fits = indent.Length + Cells.Width(url) <= screen.Width;
        return TextLine.Wrapped(title, Styles.Plain, screen.Width, mark)
            .Append(new TextLine(new Segment(fits ? indent : string.Empty), new Segment(url, new Style(decoration: Decoration.Underline))));
    }
}
