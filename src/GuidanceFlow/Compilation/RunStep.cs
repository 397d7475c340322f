namespace GuidanceFlow.Compilation;

/// <summary>Runs another flow.</summary>
internal sealed class RunStep(StepPlace place) : FlowStep(place)
{
    public required CompiledRun Run { get; init; }

    /// <summary>Where a fallback leads that the other flow leaves to this one; <see cref="Target.None"/> for a flow around this one.</summary>
    public required int FallbackTarget { get; init; }

    /// <summary>Where a customer who asks for a person is led where the other flow does not say.</summary>
    public required int PersonTarget { get; init; }
}
