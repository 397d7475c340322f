namespace GuidanceFlow.Testing.Time;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>, which keeps it and guards its properties.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, Action callback, long number) : ITimer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The order of creation, which decides between timers due at the same time.</summary>
    public long Number { get; } = number;

    /// <summary>When it fires next; null for never.</summary>
    public DateTimeOffset? Due { get; set; }

    public TimeSpan? Period { get; set; }

    public bool Disposed { get; set; }

    public void Fire() => callback();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        return clock.Schedule(this, dueTime, period);
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Check(TimeSpan time, string parameter)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, parameter);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Longest, parameter);
        }
    }
}
