using GuidanceFlow.Testing.Time;

namespace GuidanceFlow.Testing;

/// <summary>A clock that stands still until a test moves it; timers then fire in the order in which they are due.</summary>
/// <remarks>
/// Thread-safe. A timer's callback runs on the thread that moves the clock, and sees the time it was due; what awaits a
/// delay of this clock goes on wherever its scheduler puts it. The time zone is UTC.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    // Two locks: callbacks run while the clock is being moved, but never while the timers are being changed.
    private readonly Lock _moving = new();
    private readonly Lock _changing = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;
    private long _created;

    /// <summary>Makes a clock that shows 2026-01-05T09:00:00Z.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Makes a clock.</summary>
    /// <param name="start">The time it shows; kept as UTC.</param>
    public ManualTimeProvider(DateTimeOffset start)
    {
        _start = start.ToUniversalTime();
        _now = _start;
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_changing)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    /// <summary>Moves the clock on and fires the timers that become due, periodic ones as often as they do.</summary>
    /// <param name="by">How far; zero fires what is due now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_moving)
        {
            MoveTo(GetUtcNow() + by);
        }
    }

    /// <summary>Moves the clock on to a time and fires the timers that become due.</summary>
    /// <param name="now">The time it shows then.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clock is past that time; it never goes back.</exception>
    public void SetUtcNow(DateTimeOffset now)
    {
        lock (_moving)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(now, GetUtcNow());
            MoveTo(now.ToUniversalTime());
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state), Interlocked.Increment(ref _created));
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_changing)
        {
            if (timer.Disposed)
            {
                return false;
            }

            timer.Period = period > TimeSpan.Zero ? period : null;
            timer.Due = dueTime < TimeSpan.Zero ? null : _now + dueTime;
            if (timer.Due is null)
            {
                _timers.Remove(timer);
            }
            else if (!_timers.Contains(timer))
            {
                _timers.Add(timer);
            }

            return true;
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_changing)
        {
            timer.Disposed = true;
            _timers.Remove(timer);
        }
    }

    private void MoveTo(DateTimeOffset target)
    {
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>The next timer due up to a time, with the clock set to when it is; or null, with the clock set to that time.</summary>
    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_changing)
        {
            ManualTimer? next = _timers.Where(timer => timer.Due <= target).OrderBy(timer => timer.Due).ThenBy(timer => timer.Number).FirstOrDefault();
            if (next is null)
            {
                // A callback may have moved the clock further than this.
                _now = target > _now ? target : _now;
                return null;
            }

            _now = next.Due!.Value > _now ? next.Due.Value : _now;
            next.Due = next.Period is { } period ? next.Due + period : null;
            if (next.Due is null)
            {
                _timers.Remove(next);
            }

            return next;
        }
    }
}
