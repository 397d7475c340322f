namespace GuidanceFlow.Cli.Play;

/// <summary>A clock that goes on as another does, and can be moved ahead. Thread-safe.</summary>
internal sealed class MovableClock(TimeProvider clock) : TimeProvider
{
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue.AddDays(-1);

    private long _ahead;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        DateTimeOffset now = clock.GetUtcNow();
        return now + TimeSpan.FromTicks(Math.Min(Interlocked.Read(ref _ahead), (Latest - now).Ticks));
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock to a time; back it never goes.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        TimeSpan by = time - GetUtcNow();
        if (by > TimeSpan.Zero)
        {
            Interlocked.Add(ref _ahead, by.Ticks);
        }
    }
}
