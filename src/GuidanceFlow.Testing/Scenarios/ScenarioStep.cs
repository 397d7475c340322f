using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What goes in in one turn of a scenario, and what is expected of it. Immutable.</summary>
/// <param name="Input">What the customer writes, or does otherwise: a command, a correction, another language, files.</param>
/// <param name="After">How much later than the turn before.</param>
/// <param name="Expect">What is expected; null for nothing but that the input is taken and nothing fails.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ScenarioStep(SessionInput Input, TimeSpan After, TurnExpectation? Expect, SourceLocation Location);
