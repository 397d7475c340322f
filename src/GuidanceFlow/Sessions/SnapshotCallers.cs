using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>The flows that wait for others they run, in a snapshot: a list, the innermost first.</summary>
internal static class SnapshotCallers
{
    /// <summary>The list; null for none.</summary>
    public static SnapshotCaller[]? Write(Flow root, CallFrame? caller)
    {
        if (caller is null)
        {
            return null;
        }

        var list = new List<SnapshotCaller>();
        for (CallFrame? frame = caller; frame is not null; frame = frame.Outer)
        {
            Flow flow = root.Find(frame.Flow);
            Interruption? interruption = frame.Interruption;
            list.Add(new SnapshotCaller(
                frame.Running,
                flow.Nodes[frame.Step].Id,
                interruption is null ? null : new SnapshotInterruption(
                    interruption.Owner,
                    interruption.Id,
                    interruption.Unrecognised.Length == 0 ? null : interruption.Unrecognised,
                    interruption.Offered.Length == 0 ? null : interruption.Offered,
                    interruption.Confirming,
                    interruption.Until,
                    interruption.Signal is { } signal ? [signal] : null),
                DataOf(flow, frame.Data),
                AnswersOf(flow, frame.Answers.AsSpan()),
                LoopsOf(flow, frame.Loop),
                AnswersOf(flow, frame.Known),
                AnswersOf(flow, frame.Chosen),
                frame.Fallback is null ? null : SnapshotFallback.Of(frame.Fallback)));
        }

        return [.. list];
    }

    /// <summary>Reads the list.</summary>
    /// <exception cref="SnapshotReferenceException">It names what the flows do not have, or contradicts itself.</exception>
    public static CallFrame? Read(Flow root, SnapshotCaller?[]? callers)
    {
        if (callers?.Length > CallFrame.Deepest)
        {
            throw new SnapshotReferenceException($"The snapshot has {callers.Length} flows that wait for others; there are never more than {CallFrame.Deepest}.");
        }

        CallFrame? frame = null;
        Flow flow = root;
        for (int i = (callers?.Length ?? 0) - 1; i >= 0; i--)
        {
            SnapshotCaller caller = callers![i] ?? throw new SnapshotReferenceException("The snapshot has null where a flow that waits must stand.");
            frame = FrameOf(root, flow, caller, frame);
            flow = root.Find(caller.Runs);
        }

        return frame;
    }

    /// <summary>The interrupt whose steps go on while flows wait; null where those of the stages do.</summary>
    public static string? InterruptOf(Flow root, CallFrame? caller) =>
        caller?.Interruption is { } interruption && Array.Exists(root.Find(interruption.Owner).Parts.Interrupts, interrupt => interrupt.Id == interruption.Id && interrupt.Run is null) ? interruption.Id : null;

    /// <summary>The data that differ from their defaults.</summary>
    public static EquatableArray<KeyValuePair<string, Value>> DataOf(Flow flow, Value[] data) =>
        Enumerable.Range(0, data.Length).Where(slot => data[slot] != flow.Parts.Defaults[slot]).Select(slot => KeyValuePair.Create(flow.Parts.Variables[slot].Name, data[slot])).ToEquatableArray();

    public static EquatableArray<KeyValuePair<string, Value>> AnswersOf(Flow flow, ReadOnlySpan<StepAnswer> answers) =>
        answers.ToArray().Select(answer => KeyValuePair.Create(flow.Nodes[answer.Step].Id, answer.Value)).ToEquatableArray();

    /// <summary>The data of a flow, those that are not given with their defaults.</summary>
    public static Value[] ReadData(Flow flow, EquatableArray<KeyValuePair<string, Value>> given)
    {
        var content = new SnapshotContent(flow, interrupt: null);
        var data = (Value[])flow.Parts.Defaults.Clone();
        foreach ((string name, Value value) in given)
        {
            int slot = content.SlotOf(name);
            data[slot] = value.IsNull && !flow.Parts.Variables[slot].Optional ? throw new SnapshotReferenceException($"The snapshot's datum '{name}' must not be null.") : content.Fit(name, value);
        }

        for (int slot = 0; slot < flow.Parts.InputCount; slot++)
        {
            if (data[slot].IsNull && !flow.Parts.Variables[slot].Optional)
            {
                throw new SnapshotReferenceException($"The snapshot lacks the input '{flow.Parts.Variables[slot].Name}' of the flow '{flow.Id}'.");
            }
        }

        return data;
    }

    /// <summary>Answers by step.</summary>
    public static StepAnswer[] ReadAnswers(Flow flow, EquatableArray<KeyValuePair<string, Value>> given)
    {
        var content = new SnapshotContent(flow, interrupt: null);
        var answers = new StepAnswer[given.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = new StepAnswer(content.StepOf(given[i].Key), given[i].Value);
            content.CheckAnswer(answers[i].Step, answers[i].Value);
        }

        return answers;
    }

    private static SnapshotLoop[]? LoopsOf(Flow flow, EachFrame? loop)
    {
        var loops = new List<SnapshotLoop>();
        for (EachFrame? frame = loop; frame is not null; frame = frame.Outer)
        {
            loops.Add(new SnapshotLoop(flow.Nodes[frame.Step].Id, frame.Items, frame.Index, frame.Failed));
        }

        return loops.Count == 0 ? null : [.. loops];
    }

    private static CallFrame FrameOf(Flow root, Flow flow, SnapshotCaller caller, CallFrame? outer)
    {
        var content = new SnapshotContent(flow, InterruptOf(root, outer));
        int step = content.StepOf(caller.Step);
        EachFrame? loop = content.Loops(caller.Loops);
        Interruption? interruption = InterruptionOf(root, flow, caller, step, outer);
        bool isRun = interruption is null && flow.Nodes[step] is RunStep run && run.Run.Flow == caller.Runs;
        if (!Knows(root, caller.Runs) || !(isRun || interruption is not null) || !content.LoopsFit(step, loop))
        {
            throw new SnapshotReferenceException($"The snapshot waits at '{caller.Step}' for the flow '{caller.Runs}', which does not run there.");
        }

        return new CallFrame
        {
            Flow = flow.Id,
            Running = caller.Runs!,
            Step = step,
            Interruption = interruption,
            Data = ReadData(flow, caller.Data),
            Answers = AnswerList.Adopt(ReadAnswers(flow, caller.Answers)),
            Loop = loop,
            Known = ReadAnswers(flow, caller.Known),
            Chosen = [.. caller.Chosen.Select(items => content.Chosen(items.Key, items.Value))],
            Fallback = caller.Fallback?.Unrecognised?.Contains(null) == true ? throw new SnapshotReferenceException("The snapshot has null where a text must stand.") : caller.Fallback?.ToInfo(),
            Outer = outer,
        };
    }

    /// <summary>What came for a step that waits while it was interrupted; it waits until then, and saves what fits.</summary>
    private static Value? SignalOf(AskStep ask, SnapshotInterruption interruption)
    {
        bool waits = ask.Wait is not null;
        if (waits != interruption.Until is not null || (interruption.Signal is not null && ask.Wait?.Signal is null))
        {
            throw new SnapshotReferenceException($"The snapshot's interrupted step '{ask.Id}' must have 'until' if it waits, and only then, and a 'signal' only if it waits for one.");
        }

        Value? value = interruption.Signal is { Length: > 0 } came ? came[0] : null;
        return value is { IsNull: false } given && ask.Wait!.SignalType is { } declared && !DataTypes.TryFit(given, declared.Type, declared.Name, out _, out string problem)
            ? throw new SnapshotReferenceException("The snapshot's signal does not fit: " + problem)
            : value;
    }

    private static bool Knows(Flow root, string? flow) => flow is not null && (flow == root.Id || root.Parts.Others.ContainsKey(flow));

    private static Interruption? InterruptionOf(Flow root, Flow flow, SnapshotCaller caller, int step, CallFrame? outer)
    {
        if (caller.Interruption is not { } interruption)
        {
            return null;
        }

        bool isThere = flow.Id == interruption.Flow;
        for (CallFrame? frame = outer; frame is not null && !isThere; frame = frame.Outer)
        {
            isThere = frame.Flow == interruption.Flow;
        }

        if (flow.Nodes[step] is not AskStep || !isThere || !Array.Exists(root.Find(interruption.Flow).Parts.Interrupts, known => known.Id == interruption.Id && known.RunningIn(interruption.Flow) == caller.Runs))
        {
            throw new SnapshotReferenceException($"The snapshot's question '{caller.Step}' is interrupted by '{interruption.Id}', which cannot be there.");
        }

        var content = new SnapshotContent(flow, InterruptOf(root, outer));
        content.CheckConfirming(step, interruption.Confirming);
        content.CheckOffered(step, interruption.Offered);
        if (interruption.Unrecognised?.Contains(null) == true)
        {
            throw new SnapshotReferenceException("The snapshot has null where a text must stand.");
        }

        return new Interruption(interruption.Flow, interruption.Id, interruption.Unrecognised ?? [], interruption.Offered ?? [], interruption.Confirming, interruption.Until) { Signal = SignalOf((AskStep)flow.Nodes[step], interruption) };
    }
}
