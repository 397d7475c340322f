using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>Goes on after a failure.</summary>
internal static class RecoveryRun
{
    /// <summary>Something failed while an earlier run of this turn was under way; goes where the question's fallback leads, or the flow's.</summary>
    /// <param name="run">The turn.</param>
    /// <param name="toFlowFallback">Whether the question's fallback failed, too.</param>
    /// <param name="by">What happened, where that was not by the customer.</param>
    public static void Recover(TurnRun run, bool toFlowFallback, SessionInput? by)
    {
        WaitingStep? ask = run.Step >= 0 ? run.Context.Flow.Nodes[run.Step] as WaitingStep : null;
        if (by is not null)
        {
            run.Clock.IsByCustomer = false;
        }

        if (by is TimerInput && ask is HandoffStep handoff)
        {
            HandoffRun.Withdraw(run, handoff, HandoffRun.TimedOut);
        }

        if (ask is not null && !toFlowFallback)
        {
            FallbackRun.GiveUp(run, ask, FallbackReason.Error);
            return;
        }

        if (ask is not null)
        {
            FallbackRun.NoteFallback(run, ask, FallbackReason.Error);
        }
        else
        {
            run.Fallback.Fire(new FallbackInfo(FallbackReason.Error, null, null, 0, default), at: null);
        }

        FlowRun.LeaveAll(run);
        run.Go(run.Context.Flow.Parts.StartFallback);
    }
}
