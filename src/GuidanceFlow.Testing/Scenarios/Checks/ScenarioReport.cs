using System.Text;
using GuidanceFlow.Testing.Transcripts;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Shows people where a conversation went another way than its scenario says.</summary>
internal static class ScenarioReport
{
    private const string Margin = "   ";
    private const string Mark = ">> ";

    public static string Render(ScenarioResult result)
    {
        var text = new StringBuilder();
        IReadOnlyList<TranscriptPart> parts = TranscriptParts.Of(result.Conversation);
        for (int i = 0; i < parts.Count; i++)
        {
            ScenarioFailure[] failures = [.. result.Failures.Where(failure => failure.Turn == i)];
            text.Append(i > 0 && parts[i].IsApart ? "\n" : string.Empty);
            string mark = failures.Length > 0 ? Mark : Margin;
            foreach (string line in parts[i].Opening)
            {
                text.Append(mark).Append(line).Append('\n');
            }

            if (parts[i].Opening.Count == 0 && failures.Length > 0)
            {
                text.Append(mark).Append(i == 0 ? "(start)" : "(here)").Append('\n');
            }

            AppendIndented(text, Margin, parts[i].Body);
            Append(text, failures);
        }

        ScenarioFailure[] atEnd = [.. result.Failures.Where(failure => failure.Turn == result.Conversation.Length)];
        if (atEnd.Length > 0)
        {
            text.Append('\n').Append(Mark).Append("(end)\n");
            Append(text, atEnd);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ScenarioFailure[] failures)
    {
        foreach (ScenarioFailure failure in failures)
        {
            text.Append(Margin).Append("! ").Append(failure.Member).Append("  ").Append(failure.Location).Append('\n');
            AppendValue(text, "expected: ", failure.Expected);
            AppendValue(text, "actual:   ", failure.Actual);
        }
    }

    /// <summary>A value of one line behind its label, one of several lines below it.</summary>
    private static void AppendValue(StringBuilder text, string label, string value)
    {
        text.Append(Margin).Append("    ");
        if (!value.Contains('\n', StringComparison.Ordinal))
        {
            text.Append(label).Append(value).Append('\n');
            return;
        }

        text.Append(label.TrimEnd()).Append('\n');
        AppendIndented(text, Margin + "      ", value);
    }

    private static void AppendIndented(StringBuilder text, string indent, string lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        foreach (string line in lines.TrimEnd('\n').Split('\n'))
        {
            text.Append((indent + line).TrimEnd()).Append('\n');
        }
    }
}
