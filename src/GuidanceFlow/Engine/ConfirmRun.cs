using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>What a turn does about answers that are restated to be confirmed.</summary>
internal static class ConfirmRun
{
    /// <summary>The customer's answer was understood, and is restated to be confirmed.</summary>
    public static void Restate(TurnRun run, AskStep ask, Value answer)
    {
        run.Note(new TurnEvent(TurnEventKind.Restated, ask.Id));
        run.Context.Confirming = new Confirmation(answer, run.Context.Confirming?.Denied ?? 0);
        run.Pose(ask);
    }

    /// <summary>What was restated is wrong: ask again, which costs no attempt, or fall back when that was so too often.</summary>
    public static void Deny(TurnRun run, AskStep ask)
    {
        run.Note(new TurnEvent(TurnEventKind.Denied, ask.Id));
        int denied = run.Context.Confirming!.Denied + 1;
        if (denied > Confirmation.MostDenied)
        {
            FallbackRun.GiveUp(run, ask, FallbackReason.Confirm);
            return;
        }

        run.Context.Confirming = new Confirmation(Value.Null, denied);
        run.Pose(ask);
    }

    /// <summary>Takes back what was restated: it did not count yet.</summary>
    public static void Unstate(TurnRun run, AskStep ask)
    {
        run.Note(new TurnEvent(TurnEventKind.WentBack, ask.Id, ask.Id));
        run.Context.Confirming = run.Context.Confirming is { Denied: > 0 } confirming ? confirming with { Answer = Value.Null } : null;
        run.Pose(ask);
    }
}
