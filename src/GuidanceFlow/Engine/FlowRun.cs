using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Takes a turn into flows that are run, and out of them.</summary>
internal static class FlowRun
{
    /// <summary>Goes on in a flow that a step runs; gives its first step.</summary>
    public static int Call(TurnRun run, RunStep step)
    {
        Enter(run, step, step.Run.Flow, Frames.Begin(run.Context, step.Run), interruption: null, known: []);
        return 0;
    }

    /// <summary>Goes on in another flow, or in steps of the same one.</summary>
    private static void Enter(TurnRun run, FlowStep step, string flow, Value[] data, Interruption? interruption, StepAnswer[] known)
    {
        if (run.Context.State.Caller?.Depth >= CallFrame.Deepest)
        {
            throw new TurnFailure(step.Index, $"More than {CallFrame.Deepest} flows run one another; let one of them end before it runs itself again.");
        }

        run.Note(new TurnEvent(TurnEventKind.RunStarted, step.Id, flow));
        run.GoOnIn(Frames.Enter(run.Context, step.Index, run.Known, flow, data, interruption), known, step: -1);
    }

    /// <summary>Goes on in the flow that deals with an interrupt; gives its first step.</summary>
    public static int Interrupt(TurnRun run, AskStep ask, FoundInterrupt found)
    {
        EvaluationContext context = run.Context;
        EvaluationContext owner = context;
        for (int i = 0; i < found.Depth; i++)
        {
            owner = Frames.Leave(owner, owner.State.Caller!);
        }

        run.Note(new TurnEvent(TurnEventKind.Interrupted, ask.Id, found.Interrupt.Id));
        var interruption = new Interruption(found.Owner, found.Interrupt.Id, context.Unrecognised, context.Offered, context.Confirming, ask.Wait is null ? null : TurnClock.DueOf(context.State, SessionTimer.Wait));
        StepAnswer[] known = found.Interrupt.Run is null && found.Depth == 0 ? run.Known : [];
        Enter(run, ask, found.Interrupt.RunningIn(found.Owner), Frames.Begin(owner, found.Interrupt), interruption, known);
        return found.Interrupt.First;
    }

    /// <summary>The flow that is run has ended: goes on in the one that waits, with what is given back; gives the step it waits at.</summary>
    public static FlowStep Return(TurnRun run)
    {
        CallFrame frame = run.Context.State.Caller ?? throw new TurnFailure(run.Context.Step, "There is no question to come back to. Take the snapshot as it was written.");
        Value[] given = run.Context.Data;
        EvaluationContext left = run.Context;
        FlowStep step = Leave(run);

        // What fell back in the other flow was dealt with there.
        run.Context.Fallback = frame.Fallback;
        run.Note(new TurnEvent(TurnEventKind.RunEnded, step.Id, frame.Running));
        if (frame.Interruption is not { } interruption)
        {
            KeepSecrets(run, left, ((RunStep)step).Run.Save);
            run.Context.Keep(((RunStep)step).Run.Save, given);
        }
        else if (Array.Find(run.Context.Root.Find(interruption.Owner).Parts.Interrupts, interrupt => interrupt.Id == interruption.Id) is { Run.Save: { Length: > 0 } save })
        {
            KeepSecrets(run, left, save);
            Keep(run, interruption.Owner, save, given);
        }

        return step;
    }

    /// <summary>Back in the flow that waits: on behind the step that ran the other, or the question again in full, as if nothing had been.</summary>
    public static int ComeBack(TurnRun run)
    {
        Interruption? interruption = run.Context.State.Caller?.Interruption;
        if (Return(run) is not AskStep interrupted)
        {
            return run.Route(run.Context.Flow.Nodes[run.Step]);
        }

        if (interruption?.Signal is { } value)
        {
            return TimerRun.Receive(run, interrupted, value);
        }

        if (interruption?.Until is { } until)
        {
            // What was waited for may be over meanwhile.
            if (until <= run.Context.Now)
            {
                return TimerRun.Elapse(run, interrupted);
            }

            run.Clock.Until = until;
        }

        return run.Pose(interrupted);
    }

    /// <summary>Remembers secrets that come back in something else; those that come back themselves are known as such.</summary>
    private static void KeepSecrets(TurnRun run, EvaluationContext left, CompiledReturn[] save)
    {
        foreach (CompiledReturn kept in save)
        {
            if (!kept.IsSecret && Secrets.In(left, left.Data[kept.Return]) is { Length: > 0 } found)
            {
                run.Context.Secrets = [.. run.Context.Secrets.Union(found, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Keeps what an interrupt gives back in the flow it belongs to: all data where steps of that flow dealt with it.</summary>
    private static void Keep(TurnRun run, string owner, CompiledReturn[]? save, Value[] given)
    {
        if (run.Context.Flow.Id == owner)
        {
            run.Context.Keep(save, given);
            return;
        }

        // One that waits: it is left, changed, and entered again.
        CallFrame? changed = Frames.Change(run.Context.State.Caller, owner, data =>
        {
            EvaluationContext context = run.Context;
            while (!ReferenceEquals(context.Data, data))
            {
                context = Frames.Leave(context, context.State.Caller!);
            }

            context.Keep(save, given);
            return context.Data;
        });
        run.GoOnIn(Frames.WithCaller(run.Context, changed), run.Known, run.Context.Step);
    }

    /// <summary>Leaves flows that are run, until one that waits says where to go on.</summary>
    /// <param name="run">The turn.</param>
    /// <param name="target">Where the flow it is in leads.</param>
    /// <param name="targetOf">Where a step leads at which a flow waits.</param>
    public static int LeaveFor(TurnRun run, int target, Func<FlowStep, int> targetOf)
    {
        while (target == Target.None && run.Context.State.Caller is not null)
        {
            target = targetOf(LeaveForGood(run));
        }

        return target;
    }

    /// <summary>Goes on in the session's own flow.</summary>
    public static void LeaveAll(TurnRun run)
    {
        while (run.Context.State.Caller is not null)
        {
            LeaveForGood(run);
        }
    }

    /// <summary>Leaves a flow, and the question that was interrupted with it: nobody returns to that.</summary>
    private static FlowStep LeaveForGood(TurnRun run)
    {
        CallFrame frame = run.Context.State.Caller!;
        FlowStep step = Leave(run);
        run.Fallback.LeftFor(frame.Fallback);
        run.Context.Unrecognised = [];
        run.Context.Confirming = null;
        return step;
    }

    private static FlowStep Leave(TurnRun run)
    {
        CallFrame frame = run.Context.State.Caller!;
        Value[] data = run.Context.Data;
        StepAnswer[] known = run.Known;
        run.GoOnIn(Frames.Leave(run.Context, frame), frame.Known, frame.Step);
        if (frame.Interruption is { } interruption && Array.Exists(run.Context.Root.Find(interruption.Owner).Parts.Interrupts, interrupt => interrupt.Id == interruption.Id && interrupt.Run is null))
        {
            // However its steps are left, what they assigned is the flow's, and known answers they used are used.
            Keep(run, interruption.Owner, save: null, data);
            if (run.Context.Flow.Id == interruption.Owner)
            {
                run.GoOnIn(run.Context, known, frame.Step);
            }
        }

        return run.Context.Flow.Nodes[frame.Step];
    }

    /// <summary>The turn as the session's own flow sees it.</summary>
    public static EvaluationContext InOwnFlow(EvaluationContext context)
    {
        while (context.State.Caller is { } caller)
        {
            context = Frames.Leave(context, caller);
            context.Step = caller.Step;
        }

        return context;
    }
}
