using System.Globalization;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>A prompt as lines of the screen, with the place of the cursor. It never takes more rows than the window has.</summary>
/// <param name="Lines">The lines, none wider than the window.</param>
/// <param name="CursorRow">The cursor's line, from 0.</param>
/// <param name="CursorColumn">The cursor's column, from 0.</param>
internal sealed record PromptPicture(IReadOnlyList<TextLine> Lines, int CursorRow, int CursorColumn)
{
    private const int RoomyWindow = 10;
    private const int LeastList = 5;

    public static PromptPicture Of(Prompt prompt, Screen screen, ChatWords words)
    {
        bool roomy = screen.Height >= RoomyWindow;
        bool list = prompt.Question.Choices.Count > 0;
        (List<TextLine> typed, int row, int column) = Typed(prompt, screen, Math.Max(1, screen.Height / 2));
        TextLine[] keys = roomy ? [.. TextLine.Wrapped(prompt.Question.Several is not null ? words.SeveralKeys : list ? words.ListKeys : words.TextKeys, Styles.Quiet, screen.Width)] : [];
        int gap = list && roomy ? 1 : 0;
        int room = screen.Height - 1 - typed.Count - keys.Length - gap;

        // The question stays in sight, unless it leaves no room for its options.
        int below = room - screen.QuestionRows;
        List<TextLine> lines = Options(prompt, screen, words, below >= LeastList ? below : room);
        if (gap > 0)
        {
            lines.Add(TextLine.Empty);
        }

        row += lines.Count;
        lines.AddRange(typed);
        lines.AddRange(keys);
        return new PromptPicture(lines, row, column);
    }

    /// <summary>The options around the marked one that fit, and how many there are besides.</summary>
    private static List<TextLine> Options(Prompt prompt, Screen screen, ChatWords words, int room)
    {
        int digits = prompt.Question.Choices.Count.ToString(CultureInfo.InvariantCulture).Length;
        TextLine[][] options = [.. prompt.Question.Choices.Select((choice, i) => Option(choice, (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits) + "." + Tick(prompt, i, screen), i == prompt.Marked, screen))];
        if (options.Sum(option => option.Length) <= room)
        {
            return [.. options.SelectMany(option => option)];
        }

        // Two rows tell of what is out of sight.
        int first = Math.Max(0, prompt.Marked);
        int last = first;
        int left = Math.Max(1, room - 2) - options[first].Length;
        bool grew = true;
        while (grew)
        {
            grew = false;
            if (last + 1 < options.Length && options[last + 1].Length <= left)
            {
                left -= options[++last].Length;
                grew = true;
            }

            if (first > 0 && options[first - 1].Length <= left)
            {
                left -= options[--first].Length;
                grew = true;
            }
        }

        var lines = new List<TextLine>();
        AddMore(lines, first, words.MoreAbove, screen.Glyphs.Up, screen.Width);
        lines.AddRange(options[first..(last + 1)].SelectMany(option => option));
        AddMore(lines, options.Length - 1 - last, words.MoreBelow, screen.Glyphs.Down, screen.Width);
        return lines;
    }

    private static void AddMore(List<TextLine> lines, int count, string words, string arrow, int width)
    {
        if (count > 0)
        {
            lines.Add(TextLine.Wrapped(ChatWords.Fill(words, count), Styles.Quiet, width, new Segment("  " + arrow + " ", Styles.Quiet)).First());
        }
    }

    private static string Tick(Prompt prompt, int option, Screen screen) =>
        prompt.Question.Several is null ? string.Empty : " " + (prompt.IsTicked(option) ? screen.Glyphs.Ticked : screen.Glyphs.Unticked);

    private static TextLine[] Option(Choice choice, string number, bool marked, Screen screen)
    {
        string beginning = $"{(marked ? screen.Glyphs.Pointer : " ")} {number} ";
        Style style = marked ? Styles.Chosen : Styles.Plain;
        return [.. TextLine.Wrapped(choice.Label, style, screen.Width, new Segment(beginning, style))];
    }

    /// <summary>What is typed, broken anywhere; of a very long text the lines around the cursor.</summary>
    private static (List<TextLine> Lines, int Row, int Column) Typed(Prompt prompt, Screen screen, int most)
    {
        string beginning = screen.Glyphs.Answer + " ";
        int indent = Cells.Width(beginning);
        if (prompt.Line.Text.Length == 0)
        {
            // Cut rather than broken, because it is only a hint.
            string hint = TextWrap.Lines(prompt.Question.Placeholder, screen.Width - indent)[0];
            return ([new TextLine(new Segment(beginning, Styles.Chosen), new Segment(hint, Styles.Quiet))], 0, indent);
        }

        var rows = new List<string> { string.Empty };
        int width = screen.Width - indent - 1;
        int used = 0;
        (int row, int column) = (0, 0);
        int[] starts = System.Globalization.StringInfo.ParseCombiningCharacters(prompt.Line.Text);
        for (int i = 0; i <= starts.Length; i++)
        {
            int start = i < starts.Length ? starts[i] : prompt.Line.Text.Length;
            string element = prompt.Line.Text[start..(i + 1 < starts.Length ? starts[i + 1] : prompt.Line.Text.Length)];
            element = prompt.Question.IsSensitive && element.Length > 0 ? "•" : element;
            int cells = Cells.Width(element);
            if (used + cells > width)
            {
                rows.Add(string.Empty);
                used = 0;
            }

            if (start <= prompt.Line.Caret)
            {
                (row, column) = (rows.Count - 1, used);
            }

            rows[^1] += element;
            used += cells;
        }

        int first = Math.Clamp(row - most + 1, 0, Math.Max(0, rows.Count - most));
        List<TextLine> lines = [.. rows.Skip(first).Take(most).Select((text, i) => new TextLine(
            new Segment(i + first == 0 ? beginning : new string(' ', indent), Styles.Chosen),
            new Segment(WithoutHalves(text))))];
        return (lines, row - first, indent + column);
    }

    /// <summary>The first half of a character waits for the second.</summary>
    private static string WithoutHalves(string text) => text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
}
