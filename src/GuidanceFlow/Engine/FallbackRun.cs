using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>A fallback on its way to the step or the loop that takes it.</summary>
internal sealed class FallbackRun(EvaluationContext context, List<TurnEvent> events)
{
    private EvaluationContext _context = context;

    // The one no ticket carries yet, for which the present one stands in.
    private FallbackInfo? _before;

    /// <summary>It goes on its way in another flow.</summary>
    public void GoOnIn(EvaluationContext context) => _context = context;

    /// <summary>It leaves its flow for one that waits.</summary>
    /// <param name="before">The one that no ticket carries yet, there.</param>
    public void LeftFor(FallbackInfo? before) => _before = before;

    /// <summary>Whether a fallback fired and nothing has taken it yet.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>A fallback fires at a step; null for the start of the session.</summary>
    public void Fire(FallbackInfo info, FlowStep? at)
    {
        events.Add(new TurnEvent(TurnEventKind.FellBack, at?.Id, FallbackReasonNames.Of(info.Reason)));
        _before = _context.Fallback;
        _context.Fallback = info;
        IsUnderWay = true;
    }

    /// <summary>A step takes it: a ticket may carry it.</summary>
    public void TakenByStep() => IsUnderWay = false;

    /// <summary>A loop dealt with it: a later ticket is not about this, but still about what was before.</summary>
    public void TakenByLoop()
    {
        if (IsUnderWay)
        {
            _context.Fallback = _before;
            IsUnderWay = false;
        }
    }

    /// <summary>The customer's answer was not understood: say so, or fall back when there were enough of them, or <paramref name="leaves"/> for where upset customers are led.</summary>
    public static void Miss(TurnRun run, AskStep ask, AnswerMatch match, string text, bool leaves = false)
    {
        run.Note(new TurnEvent(TurnEventKind.Unmatched, ask.Id, match.Reason));
        if (ask.Wait is not null && !leaves)
        {
            run.Pose(ask);
            return;
        }

        run.Context.Unrecognised = [.. run.Context.Unrecognised, ask.IsSensitive ? Secrets.Mask : AnswerText.Shorten(text)];
        int attempts = run.Context.Unrecognised.Length;
        if (attempts >= ask.Attempts)
        {
            GiveUp(run, ask, FallbackReason.Attempts);
            return;
        }

        if (leaves)
        {
            UpsetRun.LeadOn(run, ask);
            return;
        }

        run.Say(run.Context.Confirming is { IsPending: true } pending ? Confirming.Render(run.Context, ask, pending.Answer, MessageKind.Retry) : RetryRenderer.Render(run.Context, ask, match, attempts));
    }

    /// <summary>Leaves the question for its fallback, or for another step.</summary>
    public static void GiveUp(TurnRun run, WaitingStep ask, FallbackReason reason, int? target = null) => run.Go(FallBack(run, ask, reason, target));

    /// <summary>Notes why the way is left and tells where the fallback leads.</summary>
    public static int FallBack(TurnRun run, WaitingStep ask, FallbackReason reason, int? target = null)
    {
        NoteFallback(run, ask, reason);
        return FlowRun.LeaveFor(run, target ?? ask.FallbackTarget, Frames.FallbackTarget);
    }

    /// <summary>Notes that the question is left, and why.</summary>
    public static void NoteFallback(TurnRun run, FlowStep ask, FallbackReason reason)
    {
        var info = new FallbackInfo(reason, ask.Stage.Id, ask.Id, run.Context.Unrecognised.Length, run.Context.Unrecognised.ToEquatableArray());
        run.Fallback.Fire(info, ask);
        run.Context.Unrecognised = [];
        run.Context.Confirming = null;
    }

    /// <summary>A ticket or a handoff carries the reason; a later one is about something else, in this flow and in those that wait for it.</summary>
    public static void Carried(TurnRun run)
    {
        EvaluationContext context = run.Context;
        if (context.Fallback is { } carried && Frames.Without(context.State.Caller, carried) is var callers && !ReferenceEquals(callers, context.State.Caller))
        {
            run.GoOnIn(Frames.WithCaller(context, callers), run.Known, run.Step);
        }

        run.Context.Fallback = null;
    }
}
