using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>Tells and goes on.</summary>
internal sealed class SayStep(StepPlace place) : FlowStep(place)
{
    public required Localized<CompiledPrompt> Prompt { get; init; }
}
