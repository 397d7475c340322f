using System.Text;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Prompts;

/// <summary>Messages and blocks as plain text, for channels and transcripts that show nothing else. Thread-safe.</summary>
public static class PlainText
{
    /// <summary>A message: progress first, then the text, then the other blocks, each on lines of its own; lines end with <c>\n</c>.</summary>
    public static string Render(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new StringBuilder();
        foreach (Block block in message.Blocks)
        {
            if (block is ProgressBlock)
            {
                AppendLines(text, Render(block));
            }
        }

        AppendLines(text, message.Text);
        foreach (Block block in message.Blocks)
        {
            if (block is not ProgressBlock)
            {
                AppendLines(text, Render(block));
            }
        }

        return text.ToString();
    }

    /// <summary>A block; lines end with <c>\n</c>, the last one without.</summary>
    public static string Render(Block block) => block switch
    {
        ProgressBlock progress => "[" + new string('■', progress.Stage) + new string('□', Math.Max(0, progress.Count - progress.Stage)) + "]",
        KnowledgeBlock knowledge => $"{knowledge.Title}: {knowledge.Url}",
        ImageBlock image => image.Caption is null ? $"{image.Alt}: {image.Url}" : $"{image.Alt}: {image.Url}\n{image.Caption}",
        ChecklistBlock checklist => Render(checklist),
        TableBlock table => Render(table),
        _ => string.Empty,
    };

    private static string Render(ChecklistBlock checklist)
    {
        var lines = new List<string>();
        if (checklist.Title is not null)
        {
            lines.Add(checklist.Title);
        }

        lines.AddRange(checklist.Items.Select(item => item.Done switch
        {
            true => "  [x] " + item.Text,
            false => "  [ ] " + item.Text,
            null => "  - " + item.Text,
        }));
        return string.Join('\n', lines);
    }

    private static string Render(TableBlock given)
    {
        // A cell is one line: a break in it would tear its row.
        TableBlock table = given with { Columns = OneLineEach(given.Columns), Rows = given.Rows.Select(OneLineEach).ToEquatableArray() };
        var widths = new int[table.Columns.Count];
        foreach (EquatableArray<string> row in table.Rows.Prepend(table.Columns))
        {
            for (int i = 0; i < widths.Length && i < row.Count; i++)
            {
                widths[i] = Math.Max(widths[i], TextWidth.Of(row[i]));
            }
        }

        var lines = new List<string>();
        if (table.Title is not null)
        {
            lines.Add(table.Title);
        }

        lines.Add(Row(table.Columns, widths));
        lines.Add("  " + string.Join("  ", widths.Select(width => new string('-', width))));
        lines.AddRange(table.Rows.Select(row => Row(row, widths)));
        return string.Join('\n', lines);
    }

    private static string Row(EquatableArray<string> cells, int[] widths) =>
        ("  " + string.Join("  ", cells.Select((cell, i) => i < widths.Length ? cell + new string(' ', widths[i] - TextWidth.Of(cell)) : cell))).TrimEnd();

    private static EquatableArray<string> OneLineEach(EquatableArray<string> cells) =>
        cells.Select(cell => cell.AsSpan().ContainsAny('\n', '\r') ? cell.ReplaceLineEndings(" ") : cell).ToEquatableArray();

    private static void AppendLines(StringBuilder text, string lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append('\n');
        }

        text.Append(lines.ReplaceLineEndings("\n").TrimEnd());
    }
}
