using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>An answer of a scenario, and what is expected of its turn. Immutable.</summary>
/// <param name="Answer">What the customer writes.</param>
/// <param name="After">How much later than the turn before.</param>
/// <param name="Expect">What is expected; null for nothing but that the answer is taken and nothing fails.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ScenarioStep(string Answer, TimeSpan After, TurnExpectation? Expect, SourceLocation Location);
