using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Gives the session to a person. Its routes are where it goes on when they give it back.</summary>
internal sealed class HandoffStep(StepPlace place) : WaitingStep(place)
{
    public required HandoffStepDefinition Definition { get; init; }

    public required Localized<CompiledPrompt> Prompt { get; init; }

    public required Localized<Template> Situation { get; init; }

    /// <summary>The slots of the data that travel with it.</summary>
    public required int[] Evidence { get; init; }

    /// <summary>Where it leads when nobody takes it; null for nowhere.</summary>
    public required int? TimeoutTarget { get; init; }

    /// <summary>What the customer is told until the person writes; null for nothing.</summary>
    public required CompiledSilence? Silence { get; init; }
}
