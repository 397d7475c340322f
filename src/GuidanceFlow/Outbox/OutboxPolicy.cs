using System.Runtime.CompilerServices;

namespace GuidanceFlow.Outbox;

/// <summary>How a host carries effects out, and what it does with those that fail. Immutable.</summary>
public sealed record OutboxPolicy
{
    /// <summary>After how long an effect that was begun counts as not carried out, as its host is gone: longer than any action may take, which is 2 minutes.</summary>
    /// <value>The default is 5 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than 3 minutes or longer than a day.</exception>
    public TimeSpan Lease
    {
        get;
        init => field = Within(value, TimeSpan.FromMinutes(3), TimeSpan.FromDays(1));
    } = TimeSpan.FromMinutes(5);

    /// <summary>How long a sink may take; then it has failed, and who waits for the reply behind it gets that. Actions have the time that their flow gives them.</summary>
    /// <value>The default is 30 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a millisecond or longer than 2 minutes.</exception>
    public TimeSpan SinkTimeLimit
    {
        get;
        init => field = Within(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(2));
    } = TimeSpan.FromSeconds(30);

    /// <summary>How many effects a host carries out at once where nobody waits for them, so that a slow one holds up few others. What a session says stays in order, and so does what a desk gets of it (<see cref="OutboxItem.Lane"/>).</summary>
    /// <value>The default is 8.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1 or more than 1,000.</exception>
    public int MostAtOnce
    {
        get;
        init => field = Within(value, 1, 1_000);
    } = 8;

    /// <summary>How long after the first failure it is tried again; each time twice as long as before.</summary>
    /// <value>The default is 5 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a millisecond or longer than a day.</exception>
    public TimeSpan FirstPause
    {
        get;
        init => field = Within(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1));
    } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause; where it is shorter than <see cref="FirstPause"/>, every pause is as long as this.</summary>
    /// <value>The default is 10 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a millisecond or longer than a day.</exception>
    public TimeSpan LongestPause
    {
        get;
        init => field = Within(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1));
    } = TimeSpan.FromMinutes(10);

    /// <summary>How often it is tried before it is laid aside as a dead letter.</summary>
    /// <value>The default is 20, which takes about two hours.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostAttempts
    {
        get;
        init => field = Within(value, 1, int.MaxValue);
    } = 20;

    /// <summary>The pause behind an attempt, from 1.</summary>
    internal TimeSpan PauseAfter(int attempt)
    {
        double pause = FirstPause.Ticks * Math.Pow(2, Math.Clamp(attempt - 1, 0, 60));
        return pause >= LongestPause.Ticks ? LongestPause : TimeSpan.FromTicks((long)pause);
    }

    private static T Within<T>(T value, T least, T greatest, [CallerMemberName] string name = "")
        where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, greatest, name);
        return value;
    }
}
