using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Replay;

/// <summary>
/// Makes a session again from its journal, turn by turn: under the same flows and the same engine its snapshot is the same bytes. Nobody is asked and nothing is carried out: what an interpreter, an
/// action or a person said stands in the journal.
/// </summary>
/// <remarks>
/// Each turn is held against its entry: its number, the flow, the result, the value understood and the events. Where the wording of a flow changed since, so that an answer's words are understood in
/// another way, what was understood then counts. Thread-safe: there is no state.
/// </remarks>
public static class SessionReplay
{
    /// <summary>Makes a session of one flow again.</summary>
    /// <param name="flow">The flow, in the version the session was on from its start.</param>
    /// <param name="journal">The session's journal as a store has it, the oldest entry first.</param>
    /// <param name="toTurn">The turn to end with; null for the last one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="toTurn"/> is less than 1.</exception>
    public static ReplayResult Run(Flow flow, IEnumerable<JournalEntry> journal, int? toTurn = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return Run(new FlowCatalog([flow]), journal, toTurn);
    }

    /// <summary>Makes a session again. Never throws for what the journal contains.</summary>
    /// <param name="flows">The flows, in all versions that the session was on.</param>
    /// <param name="journal">The session's journal as a store has it, the oldest entry first.</param>
    /// <param name="toTurn">The turn to end with; null for the last one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="toTurn"/> is less than 1.</exception>
    public static ReplayResult Run(FlowCatalog flows, IEnumerable<JournalEntry> journal, int? toTurn = null)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentOutOfRangeException.ThrowIfLessThan(toTurn ?? 1, 1, nameof(toTurn));
        ImmutableArray<Turn>.Builder turns = ImmutableArray.CreateBuilder<Turn>();
        foreach (JournalEntry entry in journal)
        {
            if (turns.Count == toTurn)
            {
                break;
            }

            (ReplayProblem Problem, string Message)? problem = TryMake(flows, turns, entry, out Turn? turn);
            if (problem is { } found)
            {
                return ReplayResult.Failed(turns.ToImmutable(), found.Problem, entry?.Turn, string.Create(CultureInfo.InvariantCulture, $"Turn {entry?.Turn}: {found.Message}"));
            }

            turns.Add(turn!);
        }

        return turns.Count == 0 ? ReplayResult.Failed([], ReplayProblem.Empty, null, "The journal has no entries.")
            : toTurn > turns.Count ? ReplayResult.Failed(turns.ToImmutable(), ReplayProblem.Gap, toTurn, string.Create(CultureInfo.InvariantCulture, $"The journal ends with turn {turns.Count}; there is no turn {toTurn}."))
            : ReplayResult.Succeeded(turns.ToImmutable());
    }

    private static (ReplayProblem Problem, string Message)? TryMake(FlowCatalog flows, ImmutableArray<Turn>.Builder turns, JournalEntry? entry, out Turn? turn)
    {
        turn = null;
        Turn? before = turns.Count == 0 ? null : turns[^1];
        if (entry is null)
        {
            return (ReplayProblem.Malformed, "The entry is missing.");
        }

        if (WhyNot(entry, before, turns.Count + 1) is { } problem)
        {
            return problem;
        }

        try
        {
            turn = before is null ? Start(flows, entry) : Continue(flows, before.Session, entry);
        }
        catch (FlowNotFoundException exception)
        {
            return (ReplayProblem.FlowNotFound, exception.Message);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            return (ReplayProblem.Malformed, exception.Message);
        }

        return ReplayCheck.Difference(turn, entry);
    }

    /// <summary>What of an entry is no part of the session.</summary>
    private static (ReplayProblem Problem, string Message)? WhyNot(JournalEntry entry, Turn? before, int expected)
    {
        if (entry.Version > JournalJson.FormatVersion)
        {
            return (ReplayProblem.UnknownVersion, string.Create(CultureInfo.InvariantCulture, $"The entry has format version {entry.Version}; this release reads up to {JournalJson.FormatVersion}. Replay it with the release that wrote it, or a later one."));
        }

        if (before is not null && entry.SessionId != before.Session.Id)
        {
            return (ReplayProblem.SeveralSessions, $"The entry is of the session '{entry.SessionId}', those before of '{before.Session.Id}'. Replay one session at a time.");
        }

        if (entry.Turn != expected || (entry.Kind == JournalEntryKind.Start) != (expected == 1))
        {
            return (ReplayProblem.Gap, string.Create(CultureInfo.InvariantCulture, $"Here turn {expected} should stand{(expected == 1 ? ", the start" : string.Empty)}. Give all entries of the session, in order."));
        }

        return entry.IsMasked ? (ReplayProblem.Masked, "What the entry says is hidden. Replay the journal of the store; exports lack secrets.") : null;
    }

    private static Turn Start(FlowCatalog flows, JournalEntry entry)
    {
        Flow flow = flows.Find(entry.FlowId, entry.FlowVersion) ?? throw new FlowNotFoundException(entry.FlowId, entry.FlowVersion, flows.Ids);
        return GuidanceEngine.Start(flow, RecordedInput.ReadStart(entry), entry.At);
    }

    private static Turn Continue(FlowCatalog flows, GuidanceSession session, JournalEntry entry)
    {
        bool isTakenOver = entry.Events.Any(happened => happened.Kind == TurnEventKind.Migrated);
        if (isTakenOver && session.Status != SessionStatus.Waiting)
        {
            throw new FormatException("The session is taken over by another version, but does not wait.");
        }

        MigratedSession? migrated = flows.Migrate(session, entry);
        Turn turn = Step(RecordedInput.Read(entry));

        // Words may mean something else by now, but not what was understood of them.
        return ReplayCheck.Difference(turn, entry) is not null && RecordedInput.ReadUnderstood(entry) is { } understood && Step(understood) is var again && ReplayCheck.Difference(again, entry) is null ? again : turn;

        Turn Step(SessionInput input) => migrated?.Step(input, entry.At) ?? GuidanceEngine.Step(session.Flow, session, input, entry.At);
    }
}
