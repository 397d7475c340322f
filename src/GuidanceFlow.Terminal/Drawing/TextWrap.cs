using System.Globalization;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>
/// Breaks text into lines as readers of both kinds of script expect it: between words, and between any two East Asian characters, but
/// never before a closing mark nor behind an opening one.
/// </summary>
internal static class TextWrap
{
    private const string Closing = "，。、！？；：…—·）》】」』〉”’)]},.!?;:%";
    private const string Opening = "（《【「『〈“‘([{";

    /// <summary>The lines, at least one; none is wider than the width, unless a single character is.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (string line in text.Split('\n'))
        {
            Break(line.TrimEnd(), Math.Max(1, width), lines);
        }

        return lines;
    }

    private static void Break(string line, int width, List<string> lines)
    {
        int[] starts = StringInfo.ParseCombiningCharacters(line);
        int first = 0;
        int opportunity = 0;
        int used = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            ReadOnlySpan<char> element = Slice(line, starts, i, i + 1);
            if (i > first && MayBreak(Slice(line, starts, i - 1, i), element))
            {
                opportunity = i;
            }

            int cells = Cells.Width(element);
            if (used + cells > width && i > first && element is not " ")
            {
                int cut = opportunity > first ? opportunity : i;
                lines.Add(Slice(line, starts, first, cut).TrimEnd().ToString());
                first = cut;
                used = Cells.Width(Slice(line, starts, first, i));
            }

            used += cells;
        }

        lines.Add(Slice(line, starts, first, starts.Length).ToString());
    }

    private static bool MayBreak(ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (behind is " ")
        {
            return false;
        }

        return before is " "
            || ((Cells.Width(before) == 2 || Cells.Width(behind) == 2) && !Opening.Contains(before[0], StringComparison.Ordinal) && !Closing.Contains(behind[0], StringComparison.Ordinal));
    }

    private static ReadOnlySpan<char> Slice(string line, int[] starts, int from, int to) =>
        line.AsSpan(from < starts.Length ? starts[from] : line.Length, (to < starts.Length ? starts[to] : line.Length) - (from < starts.Length ? starts[from] : line.Length));
}
