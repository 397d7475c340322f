using GuidanceFlow.Compilation;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>Where a session is. Immutable.</summary>
/// <param name="Status">Whether it waits or is over.</param>
/// <param name="Turn">The turn it is at.</param>
/// <param name="Stage">The stage; null before the start.</param>
/// <param name="Step">The step; null before the start.</param>
/// <param name="Question">The question as it would be asked now; null when it does not wait, or when rendering it fails.</param>
/// <param name="Expects">What the question understands; null when it does not wait.</param>
/// <param name="Outcome">How it ended; null while it has not.</param>
public sealed record Situation(
    SessionStatus Status,
    int Turn,
    FlowStage? Stage,
    FlowStep? Step,
    Message? Question,
    Expectation? Expects,
    SessionOutcome? Outcome);
