namespace GuidanceFlow.Handoffs;

/// <summary>A question and what the customer answered. Immutable.</summary>
/// <param name="Step">The question's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Answer">The answer as customers see it; <c>•••</c> for a secret.</param>
public sealed record AnsweredQuestion(string Step, string Title, string Answer);
