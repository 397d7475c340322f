using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>What a turn knows of time beyond its own: whether the customer caused it, and until when the step it comes to waits.</summary>
internal sealed class TurnClock
{
    /// <summary>How late a timer may fire without being late.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Whether the customer is there: then silence, and the time to expiry, count anew.</summary>
    public bool IsByCustomer { get; set; } = true;

    /// <summary>Until when the step waits that the turn has come to; null for what the session had.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>What is still to come of the silence at hand; null for a silence that begins now.</summary>
    public SessionTimer[]? Silence { get; set; }

    /// <summary>When the session expires; null for what the session had, or what its customer makes of it.</summary>
    public DateTimeOffset? Expiry { get; set; }

    /// <summary>The timers of a session that waits.</summary>
    /// <param name="clock">What the turn knows; null for nothing.</param>
    /// <param name="before">The session as the turn found it.</param>
    /// <param name="context">The turn.</param>
    /// <param name="visit">Its visit.</param>
    public static SessionTimer[] TimersOf(TurnClock? clock, SessionState before, EvaluationContext context, int visit)
    {
        var timers = new List<SessionTimer>();
        if (context.Flow.Nodes[context.Step] is AskStep ask)
        {
            if (ask.Wait is not null && (clock?.Until ?? DueOf(before, SessionTimer.Wait)) is { } until)
            {
                timers.Add(new SessionTimer(SessionTimer.Wait, visit, until));
            }

            if (ask.Silence is not null)
            {
                timers.AddRange(clock?.Silence ?? Silent(ask.Silence, visit, context.Now));
            }
        }

        if (context.Flow.Nodes[context.Step] is CallStep && clock?.Until is { } again)
        {
            timers.Add(new SessionTimer(SessionTimer.Retry, visit, again));
        }

        if (context.Flow.Nodes[context.Step] is HandoffStep && (clock?.Until ?? DueOf(before, SessionTimer.Handoff)) is { } nobody)
        {
            timers.Add(new SessionTimer(SessionTimer.Handoff, visit, nobody));
        }

        if (context.Flow.Nodes[context.Step] is HandoffStep { Silence: { } reminders })
        {
            timers.AddRange(clock?.Silence ?? Silent(reminders, visit, context.Now));
        }

        if (context.Root.Parts.ExpiresAfter is { } after && (clock is { IsByCustomer: false } ? clock.Expiry ?? DueOf(before, SessionTimer.Expiry) : Later(context.Now, after)) is { } due)
        {
            timers.Add(new SessionTimer(SessionTimer.Expiry, Visit: 0, due));
        }

        return [.. timers];
    }

    /// <summary>A time later by some length; the last there is where that lies beyond it, because a turn never throws.</summary>
    public static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) =>
        by > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue : time + by;

    /// <summary>When a session's timer is due; null where it has none.</summary>
    public static DateTimeOffset? DueOf(SessionState state, string id) => Array.Find(state.Timers, timer => timer.Id == id)?.Due;

    /// <summary>What comes of a silence that begins now.</summary>
    public static SessionTimer[] Silent(CompiledSilence silence, int visit, DateTimeOffset now)
    {
        var timers = new List<SessionTimer>();
        if (silence.RemindAfter is { } remind)
        {
            timers.Add(new SessionTimer(SessionTimer.Remind, visit, Later(now, remind)));
        }

        if (silence.GiveUpAfter is { } giveUp)
        {
            timers.Add(new SessionTimer(SessionTimer.GiveUp, visit, Later(now, giveUp)));
        }

        return [.. timers];
    }
}
