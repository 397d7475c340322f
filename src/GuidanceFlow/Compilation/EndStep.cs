using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Compilation;

/// <summary>Ends the session.</summary>
internal sealed class EndStep(StepPlace place) : FlowStep(place)
{
    public required SessionOutcome Outcome { get; init; }

    /// <summary>The session that comes later; null for none.</summary>
    public CompiledFollowUp? FollowUp { get; init; }

    public required Localized<CompiledPrompt?> Prompt { get; init; }
}
