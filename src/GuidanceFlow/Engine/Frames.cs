using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Enters and leaves the flows that a session's flow runs. Each flow has data, answers and loops of its own.</summary>
internal static class Frames
{
    /// <summary>A turn goes on in a flow that is run.</summary>
    /// <param name="context">The turn, in the flow that waits.</param>
    /// <param name="step">The step that runs the flow, or the question that is interrupted.</param>
    /// <param name="known">The known answers that are left in the flow that waits.</param>
    /// <param name="running">The id of the flow.</param>
    /// <param name="data">Its data, with its inputs.</param>
    /// <param name="interruption">What interrupts the question; null for a step.</param>
    public static EvaluationContext Enter(EvaluationContext context, int step, StepAnswer[] known, string running, Value[] data, Interruption? interruption)
    {
        var frame = new CallFrame
        {
            Flow = context.Flow.Id,
            Running = running,
            Step = step,
            Interruption = interruption,
            Data = context.Data,
            Answers = context.Answers,
            Loop = context.Loop,
            Known = known,
            Chosen = context.Chosen,
            Fallback = context.Fallback,
            Outer = context.State.Caller,
        };
        return Switch(context, frame, data, answers: default, loop: null, chosen: [], interruption: null);
    }

    /// <summary>A turn goes on in the flow that waits.</summary>
    public static EvaluationContext Leave(EvaluationContext context, CallFrame frame) =>
        Switch(context, frame.Outer, frame.Data, frame.Answers, frame.Loop, frame.Chosen, frame.Interruption);

    /// <summary>A turn goes on where the session was.</summary>
    public static EvaluationContext Restore(EvaluationContext context, UndoneState state)
    {
        context.Fallback = state.Rest.Fallback;
        context.Failure = state.Rest.Failure;
        return Switch(context, state.Caller, state.Data, state.Answers, state.Rest.Loop, state.Rest.Chosen, interruption: null);
    }

    /// <summary>The flows that wait, with other data in the innermost one of an id.</summary>
    public static CallFrame? Change(CallFrame? frame, string flow, Func<Value[], Value[]> change)
    {
        if (frame is null)
        {
            return null;
        }

        return frame.Flow == flow ? frame with { Data = change(frame.Data) } : frame with { Outer = Change(frame.Outer, flow, change) };
    }

    /// <summary>The flows that wait, without a fallback that a ticket carries now; the same where none has it.</summary>
    public static CallFrame? Without(CallFrame? frame, FallbackInfo carried)
    {
        if (frame is null)
        {
            return null;
        }

        CallFrame? outer = Without(frame.Outer, carried);
        return carried.Equals(frame.Fallback) ? frame with { Fallback = null, Outer = outer }
            : ReferenceEquals(outer, frame.Outer) ? frame
            : frame with { Outer = outer };
    }

    /// <summary>The flows that wait, with another frame for one of them.</summary>
    public static CallFrame? Replace(CallFrame? frame, CallFrame old, CallFrame other) =>
        frame is null || ReferenceEquals(frame, old) ? (frame is null ? null : other) : frame with { Outer = Replace(frame.Outer, old, other) };

    /// <summary>The same turn in the same flow, with others that wait.</summary>
    public static EvaluationContext WithCaller(EvaluationContext context, CallFrame? caller) =>
        Switch(context, caller, context.Data, context.Answers, context.Loop, context.Chosen, new Interruption(string.Empty, string.Empty, context.Unrecognised, context.Offered, context.Confirming));

    /// <summary>The inputs and data with which an interrupt begins: those of the flow it runs, or, where steps deal with it, those of the flow it belongs to.</summary>
    public static Value[] Begin(EvaluationContext owner, CompiledInterrupt interrupt) => interrupt.Run is { } run ? Begin(owner, run) : owner.Data;

    /// <summary>The inputs and data that a flow begins with.</summary>
    public static Value[] Begin(EvaluationContext context, CompiledRun run)
    {
        var data = (Value[])context.Root.Find(run.Flow).Parts.Defaults.Clone();
        foreach (CompiledAssignment given in run.With)
        {
            Value value = context.Compute(given);
            if (!value.IsNull)
            {
                data[given.Slot] = value;
            }
        }

        return data;
    }

    /// <summary>Where a customer who asks for a person is led: where the question's flow says, else where one that waits does; <see cref="Target.None"/> where none does.</summary>
    /// <param name="root">The session's flow.</param>
    /// <param name="ask">The question.</param>
    /// <param name="caller">The flow that waits.</param>
    public static bool LeadsToPerson(Flow root, AskStep ask, CallFrame? caller)
    {
        if (ask.PersonTarget != Target.None)
        {
            return true;
        }

        for (CallFrame? frame = caller; frame is not null; frame = frame.Outer)
        {
            if (PersonTarget(root.Find(frame.Flow).Nodes[frame.Step]) != Target.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a step of a flow that waits leads a customer who asks for a person.</summary>
    public static int PersonTarget(FlowStep step) => step is RunStep run ? run.PersonTarget : ((WaitingStep)step).PersonTarget;

    /// <summary>Where a step of a flow that waits leads a fallback that the other flow leaves to it.</summary>
    public static int FallbackTarget(FlowStep step) => step is RunStep run ? run.FallbackTarget : ((WaitingStep)step).FallbackTarget;

    /// <summary>The stage a session is in: of its own flow, even while another one is run; null before the start.</summary>
    public static FlowStage? StageOf(Flow root, SessionState state)
    {
        int step = state.Step;
        for (CallFrame? frame = state.Caller; frame is not null; frame = frame.Outer)
        {
            step = frame.Step;
        }

        return step < 0 ? null : root.Nodes[step].Stage;
    }

    /// <summary>The ids of the questions answered so far, those of the session's own flow first.</summary>
    public static string[] Path(Flow root, CallFrame? caller, AnswerList answers)
    {
        if (caller is null)
        {
            return answers.StepsIn(root);
        }

        return [.. Path(root, caller.Outer, caller.Answers), .. answers.StepsIn(root.Find(caller.Running))];
    }

    /// <summary>What those questions are called.</summary>
    public static string[] Titles(Flow root, CallFrame? caller, AnswerList answers, string locale)
    {
        Flow flow = caller is null ? root : root.Find(caller.Running);
        int language = flow.LocaleIndex(locale);
        string[] own = [.. answers.AsSpan().ToArray().Select(answer => flow.Nodes[answer.Step].Place.Titles.In(language))];
        return caller is null ? own : [.. Titles(root, caller.Outer, caller.Answers, locale), .. own];
    }

    private static EvaluationContext Switch(EvaluationContext context, CallFrame? caller, Value[] data, AnswerList answers, EachFrame? loop, StepAnswer[] chosen, Interruption? interruption)
    {
        SessionState state = context.State with
        {
            Data = data,
            Answers = answers,
            Loop = loop,
            Chosen = chosen,
            Caller = caller,
            Unrecognised = interruption?.Unrecognised ?? [],
            Offered = interruption?.Offered ?? [],
            Confirming = interruption?.Confirming,
            Fallback = context.Fallback,
            Ticket = context.Ticket,
            Secrets = context.Secrets,
            Failure = context.Failure,
        };
        return new EvaluationContext(context.Root, state, new DateTimeOffset(context.Settings.Now, TimeSpan.Zero)) { Turn = context.Turn, Heard = context.Heard };
    }
}
