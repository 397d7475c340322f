using System.Text.RegularExpressions;

namespace GuidanceFlow.Tests.Diagnostics;

/// <summary>
/// A finding that the author of a file expects, stated by a comment in the file itself:
/// <list type="bullet">
/// <item><c>/* expect GF0104 here */</c> stands directly before the place: the next character that is not blank;</item>
/// <item><c>//      ^ expect GF0104</c>, a line of its own, points up at the place, inside a text too;</item>
/// <item><c>// expect GF0001 at 7:12</c> names line and column, where no other form can stand;</item>
/// <item><c>// expect GF0104 here</c> at the end of a line says that line and leaves the column open.</item>
/// </list>
/// A file that can hold no comment at all says it by its name: <c>nothing@1,1.json</c> expects its folder's code there.
/// </summary>
/// <param name="File">The name of the file.</param>
/// <param name="Code">The code.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1; 0 for any.</param>
internal sealed partial record ExpectedFinding(string File, string Code, int Line, int Column)
{
    /// <summary>Everything a file expects.</summary>
    /// <exception cref="FormatException">A mark does not follow one of the forms.</exception>
    public static IEnumerable<ExpectedFinding> In(string file, string text, string code)
    {
        var found = new List<ExpectedFinding>();
        if (InName().Match(file) is { Success: true } named)
        {
            found.Add(new ExpectedFinding(file, code, Number(named, "line"), Number(named, "column")));
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int before = found.Count;
            if (PointingUp().Match(lines[i]) is { Success: true } pointing)
            {
                int line = i;
                while (line > 0 && PointingUp().IsMatch(lines[line - 1]))
                {
                    line--;
                }

                found.Add(new ExpectedFinding(file, pointing.Groups["code"].Value, line, pointing.Groups["caret"].Index + 1));
            }

            found.AddRange(DirectlyBefore().Matches(lines[i]).Select(mark => Behind(file, mark, lines, i)));
            found.AddRange(WithPlace().Matches(lines[i]).Select(mark => new ExpectedFinding(file, mark.Groups["code"].Value, Number(mark, "line"), Number(mark, "column"))));
            found.AddRange(AtLineEnd().Matches(lines[i]).Select(mark => new ExpectedFinding(file, mark.Groups["code"].Value, i + 1, 0)));
            if (found.Count - before != AnyMark().Count(lines[i]))
            {
                throw new FormatException($"{file}({i + 1}): this mark has none of the forms of {nameof(ExpectedFinding)}: {lines[i].Trim()}");
            }
        }

        return found;
    }

    /// <summary>Whether a finding is the expected one.</summary>
    public bool Is(GuidanceFlow.Diagnostics.Diagnostic finding) =>
        finding.Code == Code && finding.Location.Line == Line && (Column == 0 || finding.Location.Column == Column) && Path.GetFileName(finding.Location.File) == File;

    public override string ToString() => $"{File}({Line},{(Column == 0 ? "any" : Column)}): {Code}";

    /// <summary>The place of the first character behind a mark that is neither blank nor another mark.</summary>
    private static ExpectedFinding Behind(string file, Match mark, string[] lines, int line)
    {
        int column = mark.Index + mark.Length;
        while (line < lines.Length)
        {
            string blank = Blank().Match(lines[line], column).Value;
            column += blank.Length;
            if (column < lines[line].Length)
            {
                break;
            }

            (line, column) = (line + 1, 0);
        }

        return new ExpectedFinding(file, mark.Groups["code"].Value, line + 1, column + 1);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"@(?<line>\d+),(?<column>\d+)\.")]
    private static partial Regex InName();

    [GeneratedRegex(@"^\s*//\s*(?<caret>\^) expect (?<code>GF\d{4})\s*$")]
    private static partial Regex PointingUp();

    [GeneratedRegex(@"/\* expect (?<code>GF\d{4}) here \*/")]
    private static partial Regex DirectlyBefore();

    [GeneratedRegex(@"// expect (?<code>GF\d{4}) at (?<line>\d+):(?<column>\d+)\s*$")]
    private static partial Regex WithPlace();

    [GeneratedRegex(@"// expect (?<code>GF\d{4}) here\s*$")]
    private static partial Regex AtLineEnd();

    [GeneratedRegex(@"\G(\s|/\* expect GF\d{4} here \*/)*")]
    private static partial Regex Blank();

    [GeneratedRegex("expect GF")]
    private static partial Regex AnyMark();
}
