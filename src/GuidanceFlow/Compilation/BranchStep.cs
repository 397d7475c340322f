namespace GuidanceFlow.Compilation;

/// <summary>Routes only.</summary>
internal sealed class BranchStep(StepPlace place) : FlowStep(place);
