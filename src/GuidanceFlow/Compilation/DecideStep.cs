using GuidanceFlow.Compilation.Decisions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Looks a row up in a decision table.</summary>
internal sealed class DecideStep(StepPlace place) : FlowStep(place)
{
    public required Expression[] Inputs { get; init; }

    public required DecisionTable Table { get; init; }
}
