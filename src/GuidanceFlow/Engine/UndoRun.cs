using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Notes what a turn changed, and takes answers back.</summary>
internal static class UndoRun
{
    private const int UsualReach = 8;

    /// <summary>The log after a turn.</summary>
    /// <param name="before">The session as the turn found it.</param>
    /// <param name="context">What the turn changed, in the flow it ended in.</param>
    /// <param name="known">The known answers that are left.</param>
    /// <param name="isAnswered">Whether the customer answered the question at hand, or digressed from it; otherwise the turn had another cause.</param>
    /// <param name="answer">The answer; null for a digression.</param>
    /// <param name="filed">Whether a ticket was filed.</param>
    public static UndoLog Note(SessionState before, EvaluationContext context, StepAnswer[] known, bool isAnswered, Value? answer, bool filed)
    {
        UndoLog log = before.Undo;
        int bound = context.Root.Parts.UndoBound;
        if (filed || bound == 0)
        {
            return UndoLog.Empty with { End = filed ? UndoEnd.Ticket : UndoEnd.Start };
        }

        if (!ReferenceEquals(before, context.State))
        {
            return NoteState(before, context, isAnswered, answer, bound);
        }

        UndoneRest? rest = RestOf(context, known);
        if (!isAnswered)
        {
            // What came of anything else, such as a fallback, goes with the answer before it.
            bool isUnchanged = rest is null && context.Changes.AreNone;
            return isUnchanged || log.Count == 0 ? log : Merge(context, log, rest);
        }

        var answered = (AskStep)context.Flow.Nodes[before.Step];
        return rest is null && context.Changes.AreOf(answered, out int index)
            && PushSimple(context.Flow, before, answered.SaveSlot, index, bound) is { } simple
            ? simple
            : log.Push(new DeltaUndo(log.Latest, log.Plain, new UndoDelta(answered.Index, context.Changes.ToValues(before), context.Changes.ToAnswers(before), rest)), bound);
    }

    /// <summary>The log after a turn that led into another flow or out of one.</summary>
    private static UndoLog NoteState(SessionState before, EvaluationContext context, bool isAnswered, Value? answer, int bound)
    {
        UndoLog log = before.Undo;
        bool isUnchanged = ReferenceEquals(before.Caller, context.State.Caller) && ReferenceEquals(before.Data, context.Data) && ReferenceEquals(before.Loop, context.Loop)
            && before.Step == context.Step && before.Answers.Count == context.Answers.Count && Equals(before.Failure, context.Failure);
        if (!isAnswered && (isUnchanged || log.Count == 0))
        {
            return log;
        }

        if (isAnswered)
        {
            return log.Push(new StateUndo(log.Latest, log.Plain, StateOf(before, answer)), bound);
        }

        // What came of anything else goes with the answer before it; before that, all was as taking it back makes it.
        log = SnapshotUndoLog.Read(log);
        if (log is { Plain: 0, Latest: StateUndo })
        {
            return log;
        }

        var earlier = new EvaluationContext(context.Root, before with { Undo = log }, new DateTimeOffset(context.Settings.Now, TimeSpan.Zero));
        UndoDelta taken = TakeBack(earlier, out UndoLog older);
        UndoneRest rest = taken.Rest ?? new UndoneRest(before.Loop, before.Known, before.Fallback, before.Chosen, before.Failure);
        return older.Push(new StateUndo(older.Latest, older.Plain, new UndoneState(taken.Step, earlier.Data, earlier.Answers, rest, before.Caller, before.Answers.Find(taken.Step))), int.MaxValue);
    }

    private static UndoneState StateOf(SessionState state, Value? answer) =>
        new(state.Step, state.Data, state.Answers, new UndoneRest(state.Loop, state.Known, state.Fallback, state.Chosen, state.Failure), state.Caller, answer);

    /// <summary>The log with an answer that changed nothing but its datum and the answer before it; null when those are too large to be kept.</summary>
    private static UndoLog? PushSimple(Flow flow, SessionState before, int slot, int index, int bound)
    {
        UndoLog log = before.Undo;
        Value answer = index < 0 ? Value.Null : before.Answers.AsSpan()[index].Value;
        Value datum = slot < 0 ? Value.Null : before.Data[slot];
        if (index < 0 && (slot < 0 || AreSame(datum, UsualDatum(flow, before.Answers.AsSpan(), slot))))
        {
            return log.Push(bound);
        }

        datum = slot < 0 || AreSame(datum, flow.Parts.Defaults[slot]) ? Value.Null : datum;
        return IsScalarOrNull(datum) && IsScalarOrNull(answer) ? log.Push(new SimpleUndo(log.Latest, log.Plain, datum, index, answer), bound) : null;
    }

    // What is equal may be another kind of number.
    private static bool AreSame(Value left, Value right) => left.Kind == right.Kind && left == right;

    private static bool IsScalarOrNull(Value value) => value.Kind is ValueKind.Null or ValueKind.Text or ValueKind.Integer or ValueKind.Number or ValueKind.Boolean;

    /// <summary>What a datum has when nothing but answers changed it: the latest of those that save into it, or its default.</summary>
    private static Value UsualDatum(Flow flow, ReadOnlySpan<StepAnswer> answers, int slot)
    {
        // Most flows save each answer into a datum of its own; looking farther back would make long sessions slower.
        int last = Math.Max(0, answers.Length - UsualReach);
        for (int i = answers.Length - 1; i >= last; i--)
        {
            if (flow.Nodes[answers[i].Step] is AskStep ask && ask.SaveSlot == slot)
            {
                return answers[i].Value;
            }
        }

        return flow.Parts.Defaults[slot];
    }

    /// <summary>Takes the latest answer back; the turn is at its question then.</summary>
    /// <param name="run">The turn, where the session was.</param>
    /// <param name="log">The log without that answer.</param>
    public static AskStep TakeBack(TurnRun run, out UndoLog log)
    {
        EvaluationContext context = run.Context;
        log = SnapshotUndoLog.Read(context.State.Undo);
        if (log is { Plain: 0, Latest: StateUndo { State: var state } })
        {
            log = log.Pop();
            run.GoOnIn(Frames.Restore(context, state), state.Rest.Known, state.Step);
        }
        else
        {
            UndoDelta taken = TakeBack(context, out log);
            StepAnswer[] known = run.Known;
            if (taken.Rest is { } rest)
            {
                (context.Loop, known, context.Fallback, context.Chosen, context.Failure) = (rest.Loop, rest.Known, rest.Fallback, rest.Chosen, rest.Failure);
            }

            run.GoOnIn(context, known, taken.Step);
        }

        return (AskStep)run.Context.Flow.Nodes[run.Context.Step];
    }

    /// <summary>Takes the latest answer back, in data and answers.</summary>
    /// <param name="context">The turn; what is known and the loops are set by the caller.</param>
    /// <param name="log">The log without that answer.</param>
    /// <returns>The question it was an answer to, and what else is to be as it was.</returns>
    private static UndoDelta TakeBack(EvaluationContext context, out UndoLog log)
    {
        log = SnapshotUndoLog.Read(context.State.Undo);
        UndoDelta delta = DeltaOf(context, log);
        log = log.Pop();
        foreach (UndoneValue value in delta.Data)
        {
            context.Assign(value.Slot, value.Value);
        }

        for (int i = delta.Answers.Length - 1; i >= 0; i--)
        {
            context.Forget(delta.Answers[i]);
        }

        return delta;
    }

    /// <summary>The latest answer's delta; that of a plain or simple one is made.</summary>
    private static UndoDelta DeltaOf(EvaluationContext context, UndoLog log)
    {
        if (log.Plain == 0 && log.Latest is DeltaUndo { Delta: var delta })
        {
            return delta;
        }

        ReadOnlySpan<StepAnswer> answers = context.State.Answers.AsSpan();
        if (answers.Length == 0 || context.Flow.Nodes[answers[^1].Step] is not AskStep ask)
        {
            throw new TurnFailure(context.Step, "There is no answer to take back. Take the snapshot as it was written.");
        }

        var simple = log.Plain > 0 ? null : log.Latest as SimpleUndo;
        UndoneValue[] data = ask.SaveSlot < 0 ? []
            : [new UndoneValue(ask.SaveSlot, DatumOf(context, ask.SaveSlot, simple is null ? UsualDatum(context.Flow, answers[..^1], ask.SaveSlot) : simple.Datum))];
        return new UndoDelta(ask.Index, data, [AnswerOf(ask, simple, answers.Length)], Rest: null);
    }

    // Stored entries hold whatever a snapshot holds, and are looked at only now.
    private static Value DatumOf(EvaluationContext context, int slot, Value datum)
    {
        DataDefinition variable = context.Flow.Parts.Variables[slot];
        return datum.IsNull ? context.Flow.Parts.Defaults[slot]
            : DataTypes.TryFit(datum, variable.Type, variable.Name, out Value fitted, out string problem) ? fitted
            : throw new TurnFailure(context.Step, "What is taken back does not fit: " + problem);
    }

    private static UndoneAnswer AnswerOf(AskStep ask, SimpleUndo? simple, int count)
    {
        if (simple is null || simple.Index < 0)
        {
            return new UndoneAnswer(ask.Index, -1, Value.Null);
        }

        AnswerMatch match = OptionOffer.Accept(ask.Answer, simple.Answer, AnswerMatch.Exact);
        return match.Kind == AnswerMatchKind.Matched && simple.Index < count
            ? new UndoneAnswer(ask.Index, simple.Index, match.Value)
            : throw new TurnFailure(ask.Index, $"The earlier answer to '{ask.Id}' does not fit the question. Take the snapshot as it was written.");
    }

    private static UndoLog Merge(EvaluationContext context, UndoLog log, UndoneRest? rest)
    {
        log = SnapshotUndoLog.Read(log);
        if (log is { Plain: 0, Latest: StateUndo })
        {
            // That one restores everything.
            return log;
        }

        UndoDelta latest = DeltaOf(context, log);
        log = log.Pop();
        UndoneValue[] changed = [.. context.Changes.ToValues(context.State).Where(value => !Array.Exists(latest.Data, before => before.Slot == value.Slot))];
        UndoDelta merged = latest with { Data = [.. latest.Data, .. changed], Answers = [.. latest.Answers, .. context.Changes.ToAnswers(context.State)], Rest = latest.Rest ?? rest };
        return log.Push(new DeltaUndo(log.Latest, log.Plain, merged), int.MaxValue);
    }

    private static UndoneRest? RestOf(EvaluationContext context, StepAnswer[] known)
    {
        SessionState before = context.State;
        bool isSame = ReferenceEquals(before.Loop, context.Loop) && before.Known.AsSpan().SequenceEqual(known) && ReferenceEquals(before.Chosen, context.Chosen) && Equals(before.Fallback, context.Fallback) && Equals(before.Failure, context.Failure);
        return isSame ? null : new UndoneRest(before.Loop, before.Known, before.Fallback, before.Chosen, before.Failure);
    }
}
