using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Takes a signal to the step that waits for it: the one at hand, or one that was interrupted and goes on when the customer is back there.</summary>
internal static class SignalRun
{
    /// <summary>The step that waits for a signal, the innermost first; null for none.</summary>
    public static SignalTarget? Find(Flow root, SessionState state, string signal)
    {
        Flow flow = state.Caller is { } caller ? root.Find(caller.Running) : root;
        if (flow.Nodes[state.Step] is AskStep { Wait: { } wait } ask && wait.Signal == signal)
        {
            return new SignalTarget(flow, ask, Frame: null);
        }

        for (CallFrame? frame = state.Caller; frame is not null; frame = frame.Outer)
        {
            Flow outer = root.Find(frame.Flow);
            if (frame.Interruption is { Signal: null } && outer.Nodes[frame.Step] is AskStep { Wait: { } waiting } interrupted && waiting.Signal == signal)
            {
                return new SignalTarget(outer, interrupted, frame);
            }
        }

        return null;
    }

    /// <summary>The signal's value as the flow wants it.</summary>
    public static bool TryFit(SignalTarget waiting, SignalInput input, out Value value, out string problem)
    {
        value = Value.Null;
        problem = string.Empty;
        DataDefinition? declared = waiting.Flow.Definition.Signals.FirstOrDefault(signal => signal.Name == input.Signal);
        if (input.Value.IsNull)
        {
            problem = $"The signal '{input.Signal}' comes without its value, which is {declared?.Type.ToStaticType()}.";
            return declared is null || declared.Optional || waiting.Step.Wait!.SignalSlot < 0;
        }

        return declared is null || DataTypes.TryFit(input.Value, declared.Type, input.Signal, out value, out problem);
    }

    /// <summary>Takes the signal. What has happened outside is not taken back: it would be waited for a second time.</summary>
    public static void Receive(TurnRun run, SignalTarget waiting, Value value)
    {
        run.Clock.IsByCustomer = false;
        run.Rest.IsBarrier = true;
        if (waiting.Frame is not { } frame)
        {
            run.Go(TimerRun.Receive(run, waiting.Step, value));
            return;
        }

        // The customer is elsewhere, and hears of it when they are back.
        run.Note(new TurnEvent(TurnEventKind.Signalled, waiting.Step.Id, waiting.Step.Wait!.Signal));
        run.GoOnIn(Frames.WithCaller(run.Context, Frames.Replace(run.Context.State.Caller, frame, frame with { Interruption = frame.Interruption! with { Signal = value } })), run.Known, run.Step);
        run.Clock.Silence = run.Context.State.Timers.Where(timer => timer.Id is SessionTimer.Remind or SessionTimer.GiveUp).ToArray();
    }
}

/// <summary>A step that waits for a signal.</summary>
/// <param name="Flow">Its flow.</param>
/// <param name="Step">The step.</param>
/// <param name="Frame">The frame in which it was interrupted; null for the step at hand.</param>
internal sealed record SignalTarget(Flow Flow, AskStep Step, CallFrame? Frame);
