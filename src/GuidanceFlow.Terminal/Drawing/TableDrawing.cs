using GuidanceFlow.Prompts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Draws tables: with borders where the window is wide enough, else row below row with each cell on a line of its own.</summary>
internal static class TableDrawing
{
    private const int NarrowWindow = 40;
    private const int NarrowestColumn = 6;
    private const int BordersOfAColumn = 3;

    public static IRenderable Draw(TableBlock table, Screen screen)
    {
        string[] heads = [.. table.Columns.Select(SafeText.CleanLine)];
        string[][] rows = [.. table.Rows.Select(row => heads.Select((_, i) => i < row.Count ? SafeText.CleanLine(row[i]) : string.Empty).ToArray())];
        int room = screen.Width - 1 - (BordersOfAColumn * heads.Length);
        IEnumerable<TextLine> title = table.Title is null ? [] : TextLine.Wrapped(SafeText.CleanLine(table.Title), Styles.Heading, screen.Width);
        if (screen.WindowWidth < NarrowWindow || room < NarrowestColumn * heads.Length)
        {
            return new TextLines(title.Concat(Stacked(heads, rows, screen)));
        }

        IRenderable drawn = Bordered(heads, rows, Fit(heads, rows, room), screen);
        return table.Title is null ? drawn : new Rows(new TextLines(title), drawn);
    }

    private static Table Bordered(string[] heads, string[][] rows, int[] widths, Screen screen)
    {
        Table table = new Table().Border(screen.Glyphs.Table).BorderStyle(Styles.Quiet);
        for (int i = 0; i < heads.Length; i++)
        {
            table.AddColumn(new TableColumn(Cell(heads[i], widths[i], Styles.Heading)).Width(widths[i]));
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row.Select((cell, i) => Cell(cell, widths[i], Styles.Plain)));
        }

        return table;
    }

    private static TextLines Cell(string text, int width, Style style) => new(TextLine.Wrapped(text, style, width));

    /// <summary>The first cell leads its row; the others follow below it behind their column's head.</summary>
    private static IEnumerable<TextLine> Stacked(string[] heads, string[][] rows, Screen screen) => rows.SelectMany(row =>
        row.SelectMany((cell, i) => i == 0
            ? TextLine.Wrapped(cell, Styles.Heading, screen.Width, new Segment(screen.Glyphs.Bullet + " ", Styles.Quiet))
            : TextLine.Wrapped(heads[i] + Colon(heads[i]) + cell, Styles.Plain, screen.Width, new Segment("  "))));

    private static string Colon(string head) => Cells.Width(head) > head.Length ? "：" : ": ";

    /// <summary>As wide as the cells need; where that is too much, the widest columns give way.</summary>
    private static int[] Fit(string[] heads, string[][] rows, int room)
    {
        int[] widths = [.. heads.Select((head, i) => Math.Max(1, rows.Select(row => Cells.Width(row[i])).Prepend(Cells.Width(head)).Max()))];
        while (widths.Sum() > room)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }
}
