using System.Diagnostics.Metrics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Telemetry;

/// <summary>What hosts count. One that nobody listens to costs a look at a flag.</summary>
internal static class HostMeters
{
    private static readonly Meter Meter = GuidanceTelemetry.Meter;

    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>("guidanceflow.sessions.active", "{session}", "Sessions that were started here, less those that ended here.");
    private static readonly Counter<long> Unmatched = Meter.CreateCounter<long>("guidanceflow.unmatched", "{answer}", "Answers that were not understood.");
    private static readonly Counter<long> Tickets = Meter.CreateCounter<long>("guidanceflow.tickets", "{ticket}", "Tickets that conversations filed.");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("guidanceflow.effects.failed", "{attempt}", "Attempts to carry out an effect that failed.");
    private static readonly Counter<long> Dead = Meter.CreateCounter<long>("guidanceflow.effects.dead", "{effect}", "Effects that failed for good and were laid aside as dead letters.");
    private static readonly Counter<long> Late = Meter.CreateCounter<long>("guidanceflow.timers.late", "{timer}", "Timers that fired more than a minute late.");
    private static readonly Counter<long> Rebuilt = Meter.CreateCounter<long>("guidanceflow.sessions.rebuilt", "{session}", "Sessions that were made again from their journals, as their snapshots could not be used.");
    private static readonly Histogram<double> Lateness = Meter.CreateHistogram("guidanceflow.timers.lateness", "s", "How late timers fired.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 10, 30, 60, 300, 900, 3600, 21_600, 86_400] });

    /// <summary>Turns, by what became of them.</summary>
    public static Counter<long> Turns { get; } = Meter.CreateCounter<long>("guidanceflow.turns", "{turn}", "Inputs, by what became of them.");

    /// <summary>How long a turn took, from its input to the commit.</summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram("guidanceflow.turn.duration", "s", "How long an input took until its turn was committed or refused.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    /// <summary>A turn was committed.</summary>
    public static void Committed(Turn turn, bool isStart)
    {
        GuidanceSession session = turn.Session;
        if (Active.Enabled && isStart != (session.Status == SessionStatus.Ended))
        {
            Active.Add(isStart ? 1 : -1, Flow(session));
        }

        if (Unmatched.Enabled && turn.Result is not (TurnResult.Accepted or TurnResult.Refused))
        {
            Unmatched.Add(1, Flow(session), new("guidanceflow.step", turn.Events.FirstOrDefault(happened => happened.Kind == TurnEventKind.Unmatched).Step), new("guidanceflow.result", TurnMeasure.Word(turn.Result)));
        }

        if (Tickets.Enabled)
        {
            foreach (FileTicketEffect effect in turn.Effects.OfType<FileTicketEffect>())
            {
                Tickets.Add(1, Flow(session), new("guidanceflow.ticket", effect.Ticket.Definition));
            }
        }
    }

    /// <summary>An effect failed.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="isDead">Whether it is not tried again.</param>
    public static void EffectFailed(string kind, bool isDead)
    {
        Failed.Add(1, new KeyValuePair<string, object?>("guidanceflow.effect", kind));
        if (isDead)
        {
            Dead.Add(1, new KeyValuePair<string, object?>("guidanceflow.effect", kind));
        }
    }

    /// <summary>A timer fired.</summary>
    /// <param name="timer">Its id.</param>
    /// <param name="late">How late.</param>
    public static void TimerFired(string timer, TimeSpan late)
    {
        Lateness.Record(Math.Max(0, late.TotalSeconds), new KeyValuePair<string, object?>("guidanceflow.timer", timer));
        if (late > TurnClock.Tolerance)
        {
            Late.Add(1, new KeyValuePair<string, object?>("guidanceflow.timer", timer));
        }
    }

    /// <summary>A session was made again from its journal.</summary>
    public static void SessionRebuilt(Flow flow) => Rebuilt.Add(1, new KeyValuePair<string, object?>("guidanceflow.flow", flow.Id));

    private static KeyValuePair<string, object?> Flow(GuidanceSession session) => new("guidanceflow.flow", session.Flow.Id);
}
