using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Migration;

/// <summary>
/// Notes anew how the answers of a session are taken back, from the states it was in. An answer is noted in the shortest way that leads to its state, which is tried; what none
/// leads to is noted as a whole state.
/// </summary>
internal static class UndoMapping
{
    /// <summary>The log of a session.</summary>
    /// <param name="root">The newer version.</param>
    /// <param name="mapping">How the session goes over.</param>
    /// <param name="state">The session, taken over.</param>
    /// <param name="past">The states before it that could be taken over, the latest first, each with what the older version noted.</param>
    /// <param name="end">Why there is nothing older.</param>
    public static UndoLog LogOf(Flow root, SessionMapping mapping, SessionState state, IReadOnlyList<(PastState Past, SessionState State)> past, UndoEnd end)
    {
        int bound = root.Parts.UndoBound;
        if (bound == 0)
        {
            return UndoLog.Empty;
        }

        UndoLog log = UndoLog.Empty;
        for (int i = past.Count - 1; i >= 0; i--)
        {
            log = Push(root, mapping, log, past[i].Past, past[i].State, i == 0 ? state : past[i - 1].State);
        }

        int floor = Math.Max(past.Count(each => each.Past.IsBeyond), past.Count - bound);
        return log with { Floor = Math.Max(floor, 0), End = floor > 0 ? UndoEnd.Bound : end };
    }

    private static UndoLog Push(Flow root, SessionMapping mapping, UndoLog log, PastState past, SessionState before, SessionState after)
    {
        if (past.Entry is not StateUndo && ReferenceEquals(before.Caller, after.Caller))
        {
            foreach (UndoLog candidate in Candidates(root, mapping, log, past, before, after))
            {
                if (LeadsTo(root, after with { Undo = candidate }, before))
                {
                    return candidate;
                }
            }
        }

        var ask = (AskStep)FlowOf(root, before).Nodes[before.Step];
        Value? answer = past.Answer is { } given && OptionOffer.Accept(ask.Answer, given, AnswerMatch.Exact).Kind == AnswerMatchKind.Matched ? given : null;
        return With(log, new StateUndo(log.Latest, log.Plain, new UndoneState(before.Step, before.Data, before.Answers, RestOf(before), before.Caller, answer)));
    }

    private static IEnumerable<UndoLog> Candidates(Flow root, SessionMapping mapping, UndoLog log, PastState past, SessionState before, SessionState after)
    {
        Flow flow = FlowOf(root, before);
        if (past.Entry is null)
        {
            yield return log with { Plain = log.Plain + 1 };
        }

        int index = IndexOf(before.Answers.AsSpan(), before.Step);
        Value answer = index < 0 ? Value.Null : before.Answers.AsSpan()[index].Value;
        if (past.Entry is not DeltaUndo && SimpleOf(flow, log, before, index, answer) is { } simple)
        {
            yield return With(log, simple);
        }

        UndoneRest? rest = HasSameRest(before, after) ? null : RestOf(before);
        if (past.Entry is DeltaUndo { Delta: var noted } && mapping.Of(flow.Id) is { } mapped)
        {
            UndoneValue[] data = ChangesOf(before, after, noted.Data.Select(value => mapped.SlotFor(value.Slot)).Where(slot => slot >= 0));
            UndoneAnswer[] answers = Array.ConvertAll(noted.Answers, each => each with { Step = mapped.StepFor(each.Step) });
            yield return With(log, new DeltaUndo(log.Latest, log.Plain, new UndoDelta(before.Step, data, answers, noted.Rest is null ? rest : RestOf(before))));
        }

        yield return With(log, new DeltaUndo(log.Latest, log.Plain, new UndoDelta(before.Step, ChangesOf(before, after, []), [new UndoneAnswer(before.Step, index, answer)], rest)));
    }

    private static SimpleUndo? SimpleOf(Flow flow, UndoLog log, SessionState before, int index, Value answer)
    {
        int slot = ((AskStep)flow.Nodes[before.Step]).SaveSlot;
        Value datum = slot < 0 || AreSame(before.Data[slot], flow.Parts.Defaults[slot]) ? Value.Null : before.Data[slot];
        return IsScalarOrNull(datum) && IsScalarOrNull(answer) ? new SimpleUndo(log.Latest, log.Plain, datum, index, answer) : null;
    }

    /// <summary>Data as they were: some, and all others that differ.</summary>
    private static UndoneValue[] ChangesOf(SessionState before, SessionState after, IEnumerable<int> first)
    {
        IEnumerable<int> differing = Enumerable.Range(0, before.Data.Length).Where(slot => !AreSame(before.Data[slot], after.Data[slot]));
        return [.. first.Concat(differing).Distinct().Select(slot => new UndoneValue(slot, before.Data[slot]))];
    }

    /// <summary>Whether taking the latest answer back leads to a state.</summary>
    private static bool LeadsTo(Flow root, SessionState state, SessionState before)
    {
        try
        {
            SessionState taken = PastStates.Before(root, state);
            return taken.Step == before.Step && AreSame(taken.Data, before.Data) && AreSame(taken.Answers.AsSpan(), before.Answers.AsSpan()) && HasSameRest(taken, before);
        }
        catch (Exception exception) when (exception is TurnFailure or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static bool HasSameRest(SessionState one, SessionState other) =>
        Equals(one.Loop, other.Loop) && Equals(one.Fallback, other.Fallback) && AreSame(one.Known, other.Known) && AreSame(one.Chosen, other.Chosen) && Equals(one.Failure, other.Failure);

    private static UndoneRest RestOf(SessionState before) => new(before.Loop, before.Known, before.Fallback, before.Chosen, before.Failure);

    private static UndoLog With(UndoLog log, UndoEntry entry) => log with { Plain = 0, Latest = entry };

    private static Flow FlowOf(Flow root, SessionState state) => state.Caller is { } caller ? root.Find(caller.Running) : root;

    private static bool AreSame(Value left, Value right) => left.Kind == right.Kind && left == right;

    private static bool AreSame(Value[] one, Value[] other) => one.Length == other.Length && one.Zip(other).All(pair => AreSame(pair.First, pair.Second));

    private static bool AreSame(ReadOnlySpan<StepAnswer> one, ReadOnlySpan<StepAnswer> other)
    {
        bool isSame = one.Length == other.Length;
        for (int i = 0; isSame && i < one.Length; i++)
        {
            isSame = one[i].Step == other[i].Step && AreSame(one[i].Value, other[i].Value);
        }

        return isSame;
    }

    private static bool IsScalarOrNull(Value value) => value.Kind is ValueKind.Null or ValueKind.Text or ValueKind.Integer or ValueKind.Number or ValueKind.Boolean;

    private static int IndexOf(ReadOnlySpan<StepAnswer> answers, int step)
    {
        for (int i = answers.Length - 1; i >= 0; i--)
        {
            if (answers[i].Step == step)
            {
                return i;
            }
        }

        return -1;
    }
}
