using System.Globalization;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Sessions;

/// <summary>Why a session came to a step, in the author's terms: for support staff and tests. Immutable.</summary>
/// <param name="Step">The step.</param>
/// <param name="Turn">The turn in which it was entered last.</param>
/// <param name="At">When that was (UTC).</param>
/// <param name="Kind">By what kind of way.</param>
/// <param name="From">The step that led to it; null for none.</param>
/// <param name="Guard">The guard of the route that was taken, as it is written; null for one without.</param>
/// <param name="Answer">What the customer had answered, <c>•••</c> for a secret; null where no answer led to it.</param>
/// <param name="WasSkipped">Whether it was skipped at once, because its <c>when</c> was false.</param>
public sealed record StepReason(string Step, int Turn, DateTimeOffset At, StepReasonKind Kind, string? From, string? Guard, string? Answer, bool WasSkipped)
{
    /// <summary>The detail of the way: of a fallback its reason, of a loop the item's number, of a run the flow's id, of a migration the older version, of a table the row; else null.</summary>
    public string? Detail { get; init; }

    /// <summary>Finds the way by which a session came to a step the last time.</summary>
    /// <param name="flow">The session's flow.</param>
    /// <param name="journal">The session's journal, in order.</param>
    /// <param name="step">The step's id.</param>
    /// <returns>The reason; null when the session never came to the step.</returns>
    public static StepReason? Find(Flow flow, IEnumerable<JournalEntry> journal, string step)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(step);
        StepReason? found = null;
        foreach (JournalEntry entry in journal)
        {
            TurnEvent[] events = [.. entry.Events];
            int at = Array.FindLastIndex(events, happened => happened.Kind is TurnEventKind.Entered or TurnEventKind.Skipped && happened.Step == step);
            found = at < 0 ? found : Of(entry, events, at);
        }

        return found;
    }

    /// <summary>The reason in a sentence.</summary>
    public override string ToString()
    {
        string way = Kind switch
        {
            StepReasonKind.Start => "it is the first step",
            StepReasonKind.Skip => $"it follows '{From}', which was skipped, as its 'when' was false",
            StepReasonKind.Item => $"the loop '{From}' went on to item {Detail}",
            StepReasonKind.Fallback => From is null ? $"the fallback fired ({Detail})" : $"'{From}' fell back ({Detail})",
            StepReasonKind.Back => $"the customer went back from '{From}'",
            StepReasonKind.Migration => $"the session came from version {Detail} of the flow, where it waited at '{From}'",
            StepReasonKind.Restart => "the customer began again",
            StepReasonKind.Interrupt => $"at '{From}' the customer asked for '{Detail}'",
            StepReasonKind.Run => $"'{From}' runs the flow '{Detail}', which begins with it",
            _ => RouteText(),
        };
        return string.Create(CultureInfo.InvariantCulture, $"'{Step}' was {(WasSkipped ? "skipped" : "entered")} in turn {Turn}: {way}.");
    }

    private string RouteText()
    {
        string answered = Answer is null ? $"'{From}' leads to it" : $"'{From}' was answered {Spelling.Quote(Answer)}";
        string how = Guard is not null ? $", and {Spelling.Quote(Guard)} was true" : Detail is not null ? $", by row {Detail} of its table" : string.Empty;
        return answered + how;
    }

    private static StepReason Of(JournalEntry entry, TurnEvent[] events, int at)
    {
        var reason = new StepReason(events[at].Step!, entry.Turn, entry.At, StepReasonKind.Start, null, null, null, events[at].Kind == TurnEventKind.Skipped);
        for (int i = at - 1; i >= 0; i--)
        {
            TurnEvent before = events[i];
            switch (before.Kind)
            {
                case TurnEventKind.Routed:
                    return Routed(reason, entry, events, i);
                case TurnEventKind.Skipped:
                    return reason with { Kind = StepReasonKind.Skip, From = before.Step };
                case TurnEventKind.ItemStarted:
                    return reason with { Kind = StepReasonKind.Item, From = before.Step, Detail = before.Detail };
                case TurnEventKind.FellBack:
                    return reason with { Kind = StepReasonKind.Fallback, From = before.Step, Detail = before.Detail };
                case TurnEventKind.WentBack:
                    return reason with { Kind = StepReasonKind.Back, From = before.Step };
                case TurnEventKind.Migrated:
                    return reason with { Kind = StepReasonKind.Migration, From = before.Step, Detail = before.Detail };
                case TurnEventKind.Restarted:
                    return reason with { Kind = StepReasonKind.Restart, From = before.Step };
                case TurnEventKind.RunStarted when i > 0 && events[i - 1].Kind == TurnEventKind.Interrupted:
                    return reason with { Kind = StepReasonKind.Interrupt, From = before.Step, Detail = events[i - 1].Detail };
                case TurnEventKind.RunStarted:
                    return reason with { Kind = StepReasonKind.Run, From = before.Step, Detail = before.Detail };
            }
        }

        return reason;
    }

    private static StepReason Routed(StepReason reason, JournalEntry entry, TurnEvent[] events, int route)
    {
        string? from = events[route].Step;
        string detail = events[route].Detail ?? string.Empty;
        int bracket = detail.IndexOf(" [", StringComparison.Ordinal);
        TurnEvent? decided = route >= 2 && events[route - 2] is { Kind: TurnEventKind.Decided } row && row.Step == from ? row : null;

        // Of a correction only the answer that was changed is in the journal; those that were kept stand in earlier entries.
        int answered = Array.FindLastIndex(events, route, happened => happened.Kind == TurnEventKind.Answered && happened.Step == from);
        bool isOwn = answered >= 0 && answered == Array.FindIndex(events, happened => happened.Kind == TurnEventKind.Answered);
        return reason with
        {
            Kind = StepReasonKind.Route,
            From = from,
            Guard = bracket < 0 ? null : detail[(bracket + 2)..^1],
            Answer = isOwn ? entry.Masked().Raw : null,
            Detail = decided?.Detail,
        };
    }
}
