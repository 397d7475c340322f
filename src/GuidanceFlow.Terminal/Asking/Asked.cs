namespace GuidanceFlow.Terminal.Asking;

/// <summary>What came of asking. Immutable.</summary>
/// <param name="Answer">The answer; null for none.</param>
/// <param name="Draft">What was typed when it was broken off; null where it was not: without an answer, the customer leaves.</param>
internal sealed record Asked(Choice? Answer, string? Draft);
