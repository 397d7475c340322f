using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions;

/// <summary>What a <see cref="DecideStepDefinition"/> decides when no row applies.</summary>
public sealed record DecisionDefaultDefinition
{
    /// <summary>What the outputs become, one value an output, as in <see cref="DecisionRowDefinition.Then"/>.</summary>
    public EquatableArray<Value> Then { get; init; }

    /// <summary>Where to go on; null for the step's <see cref="StepDefinition.Next"/>.</summary>
    public string? Goto { get; init; }
}
