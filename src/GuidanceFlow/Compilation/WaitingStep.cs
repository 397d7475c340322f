namespace GuidanceFlow.Compilation;

/// <summary>A step at which a session may stop between two turns.</summary>
internal abstract class WaitingStep(StepPlace place) : FlowStep(place)
{
    /// <summary>The step the fallback leads to; <see cref="Target.Fail"/> when the loop's <c>on_failure</c> takes it.</summary>
    public required int FallbackTarget { get; init; }

    /// <summary>The step that a customer who asks for a person is led to; <see cref="Target.None"/> for none.</summary>
    public required int PersonTarget { get; init; }
}
