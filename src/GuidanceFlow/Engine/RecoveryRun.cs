using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>Goes on after a failure.</summary>
internal static class RecoveryRun
{
    /// <summary>Something failed while an earlier run of this turn was under way; goes where the question's fallback leads, or the flow's.</summary>
    public static void Recover(TurnRun run, bool toFlowFallback)
    {
        WaitingStep? ask = run.Step >= 0 ? run.Context.Flow.Nodes[run.Step] as WaitingStep : null;
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
