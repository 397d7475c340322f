using System.Text;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>Shows people where a conversation went another way than its scenario says.</summary>
internal static class ScenarioReport
{
    private const string Margin = "   ";
    private const string Mark = ">> ";

    public static string Render(ScenarioResult result)
    {
        var text = new StringBuilder();
        for (int i = 0; i < result.Conversation.Length; i++)
        {
            ConversationTurn turn = result.Conversation[i];
            ScenarioFailure[] failures = [.. result.Failures.Where(failure => failure.Turn == i)];
            text.Append(i > 0 ? "\n" : string.Empty);
            string mark = failures.Length > 0 ? Mark : Margin;
            if (Transcript.LineOf(turn, i > 0 ? result.Conversation[i - 1].Reply : null) is { } line)
            {
                text.Append(mark).Append(line).Append('\n');
            }
            else if (failures.Length > 0)
            {
                text.Append(mark).Append("(start)\n");
            }

            AppendIndented(text, Margin, Transcript.Render(turn.Reply));
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
