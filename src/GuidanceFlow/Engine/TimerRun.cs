using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>What time and the world outside do to a session that waits.</summary>
internal static class TimerRun
{
    /// <summary>A timer fires.</summary>
    public static void Fire(TurnRun run, SessionTimer timer)
    {
        run.Clock.IsByCustomer = false;
        FlowStep step = run.Context.Flow.Nodes[run.Step];
        if (run.Context.Now - timer.Due > TurnClock.Tolerance && AgainAfter(run.Context, step, timer) is { } again)
        {
            Skip(run, step, timer, again);
        }
        else if (timer.Id == SessionTimer.Expiry)
        {
            Expire(run, step);
        }
        else if (timer.Id == SessionTimer.Handoff)
        {
            HandoffRun.TimeOut(run, (HandoffStep)step);
        }
        else if (timer.Id == SessionTimer.Retry)
        {
            CallRun.Again(run, (CallStep)step);
        }
        else if (timer.Id == SessionTimer.Wait)
        {
            run.Go(Elapse(run, (AskStep)step));
        }
        else
        {
            FireSilence(run, step, step is HandoffStep handoff ? handoff.Silence! : ((AskStep)step).Silence!, timer);
        }
    }

    /// <summary>After how long a timer comes again that is skipped because it comes late; null for one that fires all the same. The end of a time always comes: nobody would be told otherwise that it is over.</summary>
    private static TimeSpan? AgainAfter(EvaluationContext context, FlowStep step, SessionTimer timer) => timer.Id switch
    {
        SessionTimer.Expiry => context.Root.Parts is { ExpirySkips: true } parts ? parts.ExpiresAfter : null,
        SessionTimer.Handoff => step is HandoffStep { Definition.Timeout: { Late: LatePolicy.Skip } timeout } ? timeout.After : null,
        SessionTimer.Wait => step is AskStep { Wait: { Skips: true } wait } ? wait.For : null,
        _ => null,
    };

    /// <summary>While nobody was there, nothing and nobody could come: what was waited for is waited for anew.</summary>
    private static void Skip(TurnRun run, FlowStep step, SessionTimer timer, TimeSpan again)
    {
        run.Note(new TurnEvent(TurnEventKind.TimerSkipped, step.Id, timer.Id));
        DateTimeOffset due = TurnClock.Later(run.Context.Now, again);
        run.Clock.Silence = [.. run.Context.State.Timers.Where(other => other.Id is SessionTimer.Remind or SessionTimer.GiveUp)];
        if (timer.Id == SessionTimer.Expiry)
        {
            run.Clock.Expiry = due;

            // What else is waited for comes when it would have come.
            run.Clock.Until = TurnClock.DueOf(run.Context.State, SessionTimer.Retry);
        }
        else
        {
            run.Clock.Until = due;
        }
    }

    /// <summary>What a step waits for is over; gives where that leads.</summary>
    public static int Elapse(TurnRun run, AskStep ask)
    {
        bool isTimeout = ask.Wait!.TimeoutTarget is not null;
        run.Note(new TurnEvent(TurnEventKind.Elapsed, ask.Id, isTimeout ? "timeout" : null));
        return LeaveUnanswered(run, ask, ask.Wait.TimeoutTarget);
    }

    /// <summary>The signal came that a step waits for; gives where that leads.</summary>
    public static int Receive(TurnRun run, AskStep ask, Value value)
    {
        run.Note(new TurnEvent(TurnEventKind.Signalled, ask.Id, ask.Wait!.Signal));
        if (ask.Wait.SignalSlot >= 0)
        {
            run.Context.Assign(ask.Wait.SignalSlot, value);
        }

        return LeaveUnanswered(run, ask, target: null);
    }

    /// <summary>Until when a step waits that is entered now.</summary>
    public static DateTimeOffset Until(EvaluationContext context, CompiledWait wait)
    {
        if (wait.Until is not { } until)
        {
            return TurnClock.Later(context.Now, wait.For!.Value);
        }

        return until.Evaluate(context, context.Settings).TryGetDate(out DateTime date)
            ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc))
            : throw new TurnFailure(context.Step, "What is waited for is no date. Add '?? …' with one for that case.");
    }

    /// <summary>A step is over that waited for something else than an answer; gives where that leads.</summary>
    /// <param name="run">The turn.</param>
    /// <param name="ask">The step.</param>
    /// <param name="target">Where it leads; null for its way on.</param>
    private static int LeaveUnanswered(TurnRun run, AskStep ask, int? target)
    {
        run.Context.Unrecognised = [];
        run.Context.Confirming = null;
        if (target is { } other)
        {
            return run.Leave(ask, other);
        }

        // An earlier answer is not the answer now.
        run.Context.Candidate = (ask.Index, Value.Null);
        int next = run.Route(ask);
        run.Context.Candidate = null;
        return next;
    }

    private static void FireSilence(TurnRun run, FlowStep step, CompiledSilence silence, SessionTimer timer)
    {
        DateTimeOffset now = run.Context.Now;
        TimeSpan late = now - timer.Due;
        if (silence.Skips && late > TurnClock.Tolerance)
        {
            run.Note(new TurnEvent(TurnEventKind.TimerSkipped, step.Id, timer.Id));
            run.Clock.Silence = TurnClock.Silent(silence, timer.Visit, now);
            return;
        }

        if (timer.Id == SessionTimer.GiveUp)
        {
            FallbackRun.GiveUp(run, (AskStep)step, FallbackReason.Silence, silence.Goto);
            return;
        }

        run.Note(new TurnEvent(TurnEventKind.Reminded, step.Id, Templates.Value.From(timer.Before + 1).ToString()));
        Template[] texts = silence.Texts.In(run.Context.Locale);
        if (texts.Length == 0)
        {
            run.Pose((AskStep)step);
        }
        else
        {
            run.Say(new Message(step.Id, MessageKind.Reminder, PromptRenderer.Render(run.Context, texts[Math.Min(timer.Before, texts.Length - 1)]), default));
        }

        run.Clock.Silence = Behind(silence, timer, now, late, run.Context.State);
    }

    /// <summary>What is left of a silence behind a reminder; one that came late puts it off by as much.</summary>
    private static SessionTimer[] Behind(CompiledSilence silence, SessionTimer timer, DateTimeOffset now, TimeSpan late, SessionState state)
    {
        var timers = new List<SessionTimer>();
        if (timer.Before + 1 < silence.Reminders)
        {
            timers.Add(timer with { Due = TurnClock.Later(now, silence.RemindAfter!.Value), Before = timer.Before + 1 });
        }

        if (TurnClock.DueOf(state, SessionTimer.GiveUp) is { } giveUp)
        {
            timers.Add(new SessionTimer(SessionTimer.GiveUp, timer.Visit, TurnClock.Later(giveUp, late)));
        }

        return [.. timers];
    }

    /// <summary>Nobody goes on with the session.</summary>
    /// <param name="run">The turn.</param>
    /// <param name="step">The step it waits at.</param>
    /// <param name="isSilent">Whether nothing is said.</param>
    public static void Expire(TurnRun run, FlowStep step, bool isSilent = false)
    {
        run.Note(new TurnEvent(TurnEventKind.Expired, step.Id));
        EvaluationContext own = FlowRun.InOwnFlow(run.Context);
        if (!isSilent && own.Root.Parts.ExpiryText.In(own.Locale) is { } text)
        {
            run.Say(new Message(step.Id, MessageKind.End, PromptRenderer.Render(own, text), default));
        }

        if (step is HandoffStep handoff)
        {
            HandoffRun.Withdraw(run, handoff, HandoffRun.Expired);
        }

        run.Close(step, SessionOutcome.Abandoned);
    }
}
