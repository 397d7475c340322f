using System.Globalization;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Replay;

/// <summary>Holds a turn that was made again against what its entry says. What a customer said is not in its sentences.</summary>
internal static class ReplayCheck
{
    /// <summary>The first difference; null for none.</summary>
    public static (ReplayProblem Problem, string Message)? Difference(Turn turn, JournalEntry entry)
    {
        GuidanceSession session = turn.Session;
        Flow flow = session.Flow;
        if (flow.Id != entry.FlowId || flow.Version != entry.FlowVersion)
        {
            return (ReplayProblem.Differs, string.Create(CultureInfo.InvariantCulture, $"The entry is of '{entry.FlowId}' version {entry.FlowVersion}, but the session is on '{flow.Id}' version {flow.Version}."));
        }

        if (!string.Equals(flow.StructureHash, entry.StructureHash, StringComparison.Ordinal))
        {
            return (ReplayProblem.FlowMismatch, string.Create(CultureInfo.InvariantCulture, $"The turn was made under another structure of '{flow.Id}' version {flow.Version}. Replay it with the flow as it was; a structure that changed needs a new version."));
        }

        string? difference = turn.Result != entry.Result ? $"The result was {entry.Result}, but is {turn.Result}{(turn.Reason is null ? string.Empty : $" ({turn.Reason})")} now."
            : session.Turn != entry.Turn ? string.Create(CultureInfo.InvariantCulture, $"The turn's number is {session.Turn} now.")
            : turn.Reason != entry.Reason ? $"The reason was {Quoted(entry.Reason)}, but is {Quoted(turn.Reason)} now."
            : entry.Kind is JournalEntryKind.Answer or JournalEntryKind.Correction && (turn.Answer?.Value ?? default) != entry.Value ? "The value understood is another one now."
            : EventsDiffer(turn, entry);
        return difference is null ? null : (ReplayProblem.Differs, difference);
    }

    private static string? EventsDiffer(Turn turn, JournalEntry entry)
    {
        // Which text is said is wording, and wording may have changed.
        bool isReworded = !string.Equals(turn.Session.Flow.TextHash, entry.TextHash, StringComparison.Ordinal);
        TurnEvent[] then = [.. entry.Events.Where(happened => !isReworded || happened.Kind != TurnEventKind.Said)];
        TurnEvent[] now = [.. turn.Events.Where(happened => !isReworded || happened.Kind != TurnEventKind.Said)];
        for (int i = 0; i < Math.Max(then.Length, now.Length); i++)
        {
            if (i >= then.Length || i >= now.Length || then[i] != now[i])
            {
                return string.Create(CultureInfo.InvariantCulture, $"Event {i + 1} was {Named(then, i)}, but is {Named(now, i)} now.");
            }
        }

        return null;
    }

    private static string Named(TurnEvent[] events, int i) =>
        i >= events.Length ? "none" : $"{events[i].Kind} at {Quoted(events[i].Step)}{(events[i].Detail is { } detail ? $" ({detail})" : string.Empty)}";

    private static string Quoted(string? text) => text is null ? "none" : Spelling.Quote(text);
}
