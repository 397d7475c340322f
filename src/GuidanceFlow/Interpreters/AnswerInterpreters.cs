using GuidanceFlow.Definitions;

namespace GuidanceFlow.Interpreters;

/// <summary>Which interpreters a host asks, in which order. Immutable.</summary>
public sealed class AnswerInterpreters
{
    /// <summary>Those that are asked before the built-in words, in order; of whole-utterance commands none is.</summary>
    /// <value>None by default.</value>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public EquatableArray<IAnswerInterpreter> InFront { get; init => field = Checked(value); }

    /// <summary>Those that are asked about what the built-in words do not match, in order.</summary>
    /// <value>None by default.</value>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public EquatableArray<IAnswerInterpreter> Behind { get; init => field = Checked(value); }

    /// <summary>How long each is waited for; one that takes longer is passed over. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <value>10 seconds by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative, or more than 49 days.</exception>
    public TimeSpan TimeLimit
    {
        get;
        init
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(49));
            }

            field = value;
        }
    }
    = TimeSpan.FromSeconds(10);

    private static EquatableArray<IAnswerInterpreter> Checked(EquatableArray<IAnswerInterpreter> interpreters)
    {
        foreach (IAnswerInterpreter interpreter in interpreters)
        {
            ArgumentNullException.ThrowIfNull(interpreter);
        }

        return interpreters;
    }
}
