using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Notes what a turn changed, and takes answers back.</summary>
internal static class UndoRun
{
    /// <summary>The log after a turn.</summary>
    /// <param name="context">What the turn changed.</param>
    /// <param name="known">The known answers that are left.</param>
    /// <param name="answered">The question the customer answered; null when the turn had another cause.</param>
    /// <param name="filed">Whether a ticket was filed.</param>
    public static UndoLog Note(EvaluationContext context, StepAnswer[] known, AskStep? answered, bool filed)
    {
        UndoLog log = context.State.Undo;
        int bound = context.Flow.Parts.UndoBound;
        if (filed || bound == 0)
        {
            return new UndoLog(0, [], filed ? UndoEnd.Ticket : UndoEnd.Start);
        }

        UndoneRest? rest = RestOf(context, known);
        if (answered is not null && rest is null && context.Changes.ArePlain(answered, context.State, context.Flow.Parts.Defaults))
        {
            return log.Push(bound);
        }

        if (answered is not null)
        {
            return log.Push(new UndoDelta(0, answered.Index, context.Changes.ToValues(context.State), context.Changes.ToAnswers(context.State), rest), bound);
        }

        // What came of anything else, such as a fallback, goes with the answer before it.
        bool isUnchanged = rest is null && context.Changes.AreNone;
        return isUnchanged || log.Count == 0 ? log : Merge(context, log, rest);
    }

    /// <summary>Takes the latest answer back, in data and answers, and gives the question it was an answer to.</summary>
    /// <param name="context">The turn; what is known and the loops are set by the caller.</param>
    /// <param name="rest">What else is to be as it was; null for nothing.</param>
    public static int TakeBack(EvaluationContext context, out UndoneRest? rest)
    {
        UndoDelta delta = Latest(context, context.State.Undo);
        foreach (UndoneValue value in delta.Data)
        {
            context.Assign(value.Slot, value.Value);
        }

        for (int i = delta.Answers.Length - 1; i >= 0; i--)
        {
            context.Forget(delta.Answers[i]);
        }

        rest = delta.Rest;
        return delta.Step;
    }

    /// <summary>The latest answer's delta; a plain answer's is made.</summary>
    private static UndoDelta Latest(EvaluationContext context, UndoLog log)
    {
        if (log.Plain == 0)
        {
            return log.Deltas[^1];
        }

        int step = context.State.Answers.AsSpan()[^1].Step;
        int slot = ((AskStep)context.Flow.Nodes[step]).SaveSlot;
        return new UndoDelta(0, step, slot < 0 ? [] : [new UndoneValue(slot, context.Flow.Parts.Defaults[slot])], [new UndoneAnswer(step, -1, Value.Null)], Rest: null);
    }

    private static UndoLog Merge(EvaluationContext context, UndoLog log, UndoneRest? rest)
    {
        UndoDelta latest = Latest(context, log);
        log = log.Pop();
        UndoneValue[] changed = [.. context.Changes.ToValues(context.State).Where(value => !Array.Exists(latest.Data, before => before.Slot == value.Slot))];
        UndoDelta merged = latest with { Data = [.. latest.Data, .. changed], Answers = [.. latest.Answers, .. context.Changes.ToAnswers(context.State)], Rest = latest.Rest ?? rest };
        return log.Push(merged, int.MaxValue);
    }

    private static UndoneRest? RestOf(EvaluationContext context, StepAnswer[] known)
    {
        SessionState before = context.State;
        bool isSame = ReferenceEquals(before.Loop, context.Loop) && before.Known.Length == known.Length && Equals(before.Fallback, context.Fallback);
        return isSame ? null : new UndoneRest(before.Loop, before.Known, before.Fallback);
    }
}
