using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What happens at one point of a scenario, and what is expected of it. Immutable.</summary>
/// <param name="Input">What the customer writes, or does otherwise (a command, a correction, another language, files), a signal, or what a person does; null where only time passes.</param>
/// <param name="After">How much time passes before, or alone; what is due meanwhile happens.</param>
/// <param name="Expect">What is expected; null for nothing but that the input is taken and nothing fails.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ScenarioStep(SessionInput? Input, TimeSpan After, TurnExpectation? Expect, SourceLocation Location)
{
    /// <summary>The input's id: one that was there before gives the reply of its turn again and changes nothing. Null for none.</summary>
    public string? Id { get; init; }
}
