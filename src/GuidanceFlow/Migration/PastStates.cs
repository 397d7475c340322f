using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Migration;

/// <summary>A session as it was when a question was asked that it answered since.</summary>
/// <param name="State">The session then, at the question.</param>
/// <param name="Entry">How taking the answer back is noted; null for a plain answer.</param>
/// <param name="Answer">The answer; null for a digression.</param>
/// <param name="IsBeyond">Whether it is beyond the bound, and not taken back any more.</param>
internal sealed record PastState(SessionState State, UndoEntry? Entry, Value? Answer, bool IsBeyond);

/// <summary>Walks a session's undo log.</summary>
internal static class PastStates
{
    /// <summary>The states before each answer, the latest first. Ends where an answer cannot be taken back.</summary>
    public static List<PastState> Of(Flow root, SessionState state)
    {
        var past = new List<PastState>();
        int kept = state.Undo.Count;
        SessionState at = state with { Undo = state.Undo with { Floor = 0 } };
        while (at.Undo.Count > 0)
        {
            at = at with { Undo = SnapshotUndoLog.Read(at.Undo) };
            UndoEntry? entry = at.Undo.Plain > 0 ? null : at.Undo.Latest;
            SessionState before;
            try
            {
                before = Before(root, at);
            }
            catch (TurnFailure)
            {
                break;
            }

            Value? answer = entry is StateUndo { State: var undone } ? undone.Answer : at.Answers.Find(before.Step);
            past.Add(new PastState(before, entry, answer, past.Count >= kept));
            at = before;
        }

        return past;
    }

    /// <summary>A session before its latest answer, at the question.</summary>
    /// <exception cref="TurnFailure">The answer cannot be taken back.</exception>
    public static SessionState Before(Flow root, SessionState state)
    {
        var run = new TurnRun(new EvaluationContext(root, state, DateTimeOffset.UnixEpoch) { Step = state.Step });
        int step = UndoRun.TakeBack(run, out UndoLog log).Index;
        EvaluationContext context = run.Context;
        return context.State with
        {
            Step = step,
            Data = context.Data,
            Answers = context.Answers,
            Loop = context.Loop,
            Known = run.Known,
            Chosen = context.Chosen,
            Fallback = context.Fallback,
            Offered = [],
            Unrecognised = [],
            Confirming = null,
            Undo = log,
        };
    }
}
