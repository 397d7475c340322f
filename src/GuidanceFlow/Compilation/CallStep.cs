using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>Has the host do something.</summary>
internal sealed class CallStep(StepPlace place) : WaitingStep(place)
{
    public required ActionDefinition Action { get; init; }

    /// <summary>What the action is given; the slots are places in <see cref="ActionDefinition.With"/>.</summary>
    public required CompiledAssignment[] With { get; init; }

    /// <summary>What is kept; <see cref="CompiledReturn.Return"/> are places in <see cref="ActionDefinition.Returns"/>.</summary>
    public required CompiledReturn[] Save { get; init; }

    public required Localized<CompiledPrompt?> Prompt { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>How often it is tried again.</summary>
    public required int Retries { get; init; }

    /// <summary>The pause before it is tried again for the first time.</summary>
    public required TimeSpan FirstPause { get; init; }

    public required bool IsRepeatable { get; init; }

    /// <summary>Where it goes on when it failed for good; empty for the fallback.</summary>
    public required FlowRoute[] OnError { get; init; }
}
