using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>A timer that a session should have. Null means anything goes. Immutable.</summary>
public sealed record TimerExpectation
{
    /// <summary>What it is, one of the constants of <see cref="SessionTimer"/>: <c>remind</c>, <c>wait</c> …</summary>
    public string? Id { get; init; }

    /// <summary>How long it is until it is due.</summary>
    public TimeSpan? In { get; init; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset? Due { get; init; }
}
