namespace GuidanceFlow.Outbox;

/// <summary>How a host carries effects out that fail. Immutable.</summary>
public sealed record OutboxPolicy
{
    /// <summary>After how long an effect that was begun counts as not carried out, as its host is gone: longer than any sink or action takes.</summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after the first failure it is tried again; each time twice as long as before.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause.</summary>
    /// <value>The default is 10 minutes.</value>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often it is tried before it is laid aside as a dead letter.</summary>
    /// <value>The default is 20, which takes about two hours.</value>
    public int MostAttempts { get; init; } = 20;

    /// <summary>The pause behind an attempt, from 1.</summary>
    internal TimeSpan PauseAfter(int attempt)
    {
        double pause = FirstPause.Ticks * Math.Pow(2, Math.Clamp(attempt - 1, 0, 60));
        return pause >= LongestPause.Ticks ? LongestPause : TimeSpan.FromTicks((long)pause);
    }
}
