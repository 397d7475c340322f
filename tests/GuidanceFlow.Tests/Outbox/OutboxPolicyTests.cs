using GuidanceFlow.Outbox;

namespace GuidanceFlow.Tests.Outbox;

/// <summary>A policy takes what can be carried out, and says what it does not take.</summary>
public sealed class OutboxPolicyTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(7, 320)]
    [InlineData(8, 600)]
    [InlineData(1_000, 600)]
    public void Pauses_Double_UpToTheLongest(int attempt, double seconds) => new OutboxPolicy().PauseAfter(attempt).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void Pauses_AreNoLongerThanTheLongest_WhenTheFirstIs() => new OutboxPolicy { FirstPause = TimeSpan.FromHours(1) }.PauseAfter(1).ShouldBe(TimeSpan.FromMinutes(10));

    [Fact]
    public void Lease_IsLongerThanAnyActionMayTake() =>
        Refused(nameof(OutboxPolicy.Lease), () => new OutboxPolicy { Lease = TimeSpan.FromMinutes(2) }, () => new OutboxPolicy { Lease = TimeSpan.FromDays(2) });

    [Fact]
    public void SinkTimeLimit_IsShorterThanTheLease() =>
        Refused(nameof(OutboxPolicy.SinkTimeLimit), () => new OutboxPolicy { SinkTimeLimit = TimeSpan.Zero }, () => new OutboxPolicy { SinkTimeLimit = TimeSpan.FromMinutes(3) });

    [Fact]
    public void Pauses_AreSomeTime()
    {
        Refused(nameof(OutboxPolicy.FirstPause), () => new OutboxPolicy { FirstPause = TimeSpan.Zero }, () => new OutboxPolicy { FirstPause = TimeSpan.FromDays(2) });
        Refused(nameof(OutboxPolicy.LongestPause), () => new OutboxPolicy { LongestPause = TimeSpan.FromSeconds(-1) }, () => new OutboxPolicy { LongestPause = TimeSpan.MaxValue });
    }

    [Fact]
    public void Numbers_AreAtLeastOne()
    {
        Refused(nameof(OutboxPolicy.MostAttempts), () => new OutboxPolicy { MostAttempts = 0 });
        Refused(nameof(OutboxPolicy.MostAtOnce), () => new OutboxPolicy { MostAtOnce = 0 }, () => new OutboxPolicy { MostAtOnce = 1_001 });
    }

    private static void Refused(string name, params Func<OutboxPolicy>[] makers)
    {
        foreach (Func<OutboxPolicy> make in makers)
        {
            Should.Throw<ArgumentOutOfRangeException>(make).ParamName.ShouldBe(name);
        }
    }
}
