using System.Globalization;
using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Reading;
using GuidanceFlow.Testing.Transcripts;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Testing;

/// <summary>
/// Conversations as plain text, the way people read them: what the customer says behind <c>&gt;</c>, messages as
/// <see cref="PlainText"/> has them, offered options numbered, and in square brackets what nobody says: commands, corrections, languages and files that go in, signals, actions with what became of them, people who take over, and what comes out beside messages. Thread-safe.
/// </summary>
public static class Transcript
{
    /// <summary>A whole conversation; turns are set apart by an empty line, lines end with <c>\n</c>. Where time passed it says how much.</summary>
    public static string Render(IEnumerable<ConversationTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var text = new StringBuilder();
        foreach (TranscriptPart part in TranscriptParts.Of([.. turns]))
        {
            text.Append(text.Length > 0 && part.IsApart ? "\n" : string.Empty);
            foreach (string line in part.Opening)
            {
                text.Append(line).Append('\n');
            }

            text.Append(part.Body);
        }

        return text.ToString();
    }

    /// <summary>One reply: messages, options, tickets, the outcome; empty when there is none of them.</summary>
    public static string Render(TurnReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var text = new StringBuilder();
        foreach (Message message in reply.Messages)
        {
            if (PlainText.Render(message) is { Length: > 0 } said)
            {
                text.Append(said).Append('\n');
            }
        }

        if (reply.Result != TurnResult.Refused)
        {
            AppendOptions(text, reply.Expects);
        }

        foreach (Ticket ticket in reply.Tickets)
        {
            AppendTicket(text, ticket);
        }

        foreach (PlannedSession planned in reply.Planned)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{planned.FlowId} follows, {planned.Due:yyyy-MM-dd HH:mm}]\n");
        }

        if (reply.Error is not null)
        {
            text.Append("[error: ").Append(reply.Error).Append("]\n");
        }

        if (reply.Result == TurnResult.Refused)
        {
            text.Append("[refused: ").Append(reply.Reason).Append("]\n");
        }
        else if (reply.Outcome is { } outcome)
        {
            text.Append('[').Append(SessionOutcomeNames.Of(outcome)).Append("]\n");
        }

        return text.ToString();
    }

    private static void AppendOptions(StringBuilder text, Expectation? expects)
    {
        if (expects is null)
        {
            return;
        }

        for (int i = 0; i < expects.Options.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {i + 1}. {expects.Options[i].Label}\n");
        }
    }

    private static void AppendTicket(StringBuilder text, Ticket ticket)
    {
        text.Append("[ticket ").Append(ticket.Reference).Append(": ").Append(Words.Of(Words.Kinds, ticket.Kind).Replace('_', '-'))
            .Append(" for ").Append(ticket.Queue).Append(", priority ").Append(Words.Of(Words.Priorities, ticket.Priority));
        if (ticket.Due is { } due)
        {
            text.Append(CultureInfo.InvariantCulture, $", due {due:yyyy-MM-dd HH:mm}");
        }

        text.Append("]\n");
        AppendIndented(text, ticket.Subject);
        AppendIndented(text, ticket.Body);
        foreach ((string name, Value value) in ticket.Evidence)
        {
            text.Append("  ").Append(name).Append(" = ").Append(value.ToString()).Append('\n');
        }
    }

    internal static void AppendIndented(StringBuilder text, string lines)
    {
        foreach (string line in lines.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            text.Append(("  " + line).TrimEnd()).Append('\n');
        }
    }
}
