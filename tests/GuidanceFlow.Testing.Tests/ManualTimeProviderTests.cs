namespace GuidanceFlow.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Nine = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Nine);
    private readonly List<string> _fired = [];

    [Fact]
    public void Clock_StandsStill_UntilItIsMoved()
    {
        _clock.GetUtcNow().ShouldBe(Nine);
        long timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(5));

        _clock.GetUtcNow().ShouldBe(Nine.AddMinutes(5));
        _clock.GetElapsedTime(timestamp).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Timers_FireWhenDue_InTheirOrder_AndSeeTheTimeTheyWereDue()
    {
        Timer("late", 3);
        Timer("early", 1);
        Timer("second of the same time", 3);

        _clock.Advance(TimeSpan.FromMinutes(2));
        _fired.ShouldBe(["early 09:01"]);

        _clock.Advance(TimeSpan.FromMinutes(2));
        _fired.ShouldBe(["early 09:01", "late 09:03", "second of the same time 09:03"]);
    }

    [Fact]
    public void APeriodicTimer_FiresAsOftenAsItIsDue_AmongTheOthers()
    {
        Timer("tick", 1, period: 2);
        Timer("once", 4);

        _clock.SetUtcNow(Nine.AddMinutes(6));

        _fired.ShouldBe(["tick 09:01", "tick 09:03", "once 09:04", "tick 09:05"]);
    }

    [Fact]
    public void ATimer_CanBeChanged_StoppedAndDisposed()
    {
        ITimer changed = Timer("changed", 1);
        ITimer stopped = Timer("stopped", 1);
        ITimer disposed = Timer("disposed", 1);

        changed.Change(TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan).ShouldBeTrue();
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).ShouldBeTrue();
        disposed.Dispose();
        disposed.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromHours(1));

        _fired.ShouldBe(["changed 09:02"]);
    }

    [Fact]
    public void ATimerMadeByATimer_FiresInTheSameMove_WhenItIsDue()
    {
        using ITimer outer = _clock.CreateTimer(_ => Timer("inner", 1), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromMinutes(3));

        _fired.ShouldBe(["inner 09:02"]);
        _clock.GetUtcNow().ShouldBe(Nine.AddMinutes(3));
    }

    [Fact]
    public async Task ADelay_OfThisClock_EndsWhenTheClockIsMoved()
    {
        Task delay = Task.Delay(TimeSpan.FromMinutes(5), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromMinutes(4));
        delay.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }

    [Fact]
    public void TheClock_NeverGoesBack()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.SetUtcNow(Nine.AddTicks(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => Timer("never", -5));
    }

    [Fact]
    public void SeveralThreads_MayMoveIt()
    {
        int fired = 0;
        using ITimer timer = _clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        Parallel.For(0, 1_000, _ => _clock.Advance(TimeSpan.FromSeconds(1)));

        fired.ShouldBe(1_000);
        _clock.GetUtcNow().ShouldBe(Nine.AddSeconds(1_000));
    }

    private ITimer Timer(string name, int minutes, int? period = null) => _clock.CreateTimer(
        state => _fired.Add($"{state} {_clock.GetUtcNow():HH:mm}"),
        name,
        TimeSpan.FromMinutes(minutes),
        period is { } every ? TimeSpan.FromMinutes(every) : Timeout.InfiniteTimeSpan);
}
