using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace GuidanceFlow.Testing.GoldenFiles;

/// <summary>The difference of two texts as people read it: changed lines with some around them.</summary>
internal static class LineDiff
{
    private const int Around = 3;

    /// <summary>Lines with <c>-</c> stand in the first text only, with <c>+</c> in the second only; what is far from any change is left out.</summary>
    public static string Of(string before, string after)
    {
        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after, ignoreWhitespace: false).Lines;
        bool[] shown = Near(lines);
        var text = new StringBuilder();
        int skipped = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!shown[i])
            {
                skipped++;
                continue;
            }

            AppendSkipped(text, skipped);
            skipped = 0;
            text.Append(Mark(lines[i].Type)).Append(lines[i].Text).Append('\n');
        }

        AppendSkipped(text, skipped);
        return text.ToString().TrimEnd('\n');
    }

    private static bool[] Near(List<DiffPiece> lines)
    {
        var near = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type != ChangeType.Unchanged)
            {
                int first = Math.Max(0, i - Around);
                Array.Fill(near, value: true, first, Math.Min(lines.Count - 1, i + Around) - first + 1);
            }
        }

        return near;
    }

    private static void AppendSkipped(StringBuilder text, int skipped)
    {
        if (skipped > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  … {skipped} {(skipped == 1 ? "line" : "lines")} the same\n");
        }
    }

    private static string Mark(ChangeType type) => type switch
    {
        ChangeType.Deleted => "- ",
        ChangeType.Inserted => "+ ",
        _ => "  ",
    };
}
