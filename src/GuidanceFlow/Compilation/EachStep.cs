using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Runs its body for every item.</summary>
internal sealed class EachStep(StepPlace place) : FlowStep(place)
{
    public required Expression In { get; init; }

    public required Expression? Where { get; init; }

    public required Expression? OrderBy { get; init; }

    /// <summary>The first step of the body.</summary>
    public required int Body { get; init; }

    public required CompiledAssignment[] Collect { get; init; }

    /// <summary>Null when the inherited fallback takes a failed item.</summary>
    public required ItemFailurePolicy? OnFailure { get; init; }

    /// <summary>Where a failed item leads without <see cref="OnFailure"/>; <see cref="Target.Fail"/> for the enclosing loop's policy.</summary>
    public required int FallbackTarget { get; init; }
}
