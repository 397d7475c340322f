using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions;

/// <summary>A row of a <see cref="DecideStepDefinition"/>.</summary>
public sealed record DecisionRowDefinition
{
    /// <summary>What the row asks of the inputs, one cell an input.</summary>
    public EquatableArray<DecisionCellDefinition> If { get; init; }

    /// <summary>What the outputs become, one value an output: a text, a number, true, false or null; dates and durations are texts in ISO 8601.</summary>
    public EquatableArray<Value> Then { get; init; }

    /// <summary>Where to go on, as in <see cref="RouteDefinition.Goto"/>; null for the step's <see cref="StepDefinition.Next"/>.</summary>
    public string? Goto { get; init; }
}
