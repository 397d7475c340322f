namespace GuidanceFlow.Engine;

/// <summary>
/// An earlier answer is changed without walking back. Later answers are kept as long as the same questions come up, in loops for the same items, and the answers
/// still fit; the first question of which that is not so is asked again.
/// </summary>
/// <param name="Step">The id of the question; of several answers to it the latest is meant.</param>
/// <param name="Answer">The new answer, in the customer's words. It is taken as it is understood, without being confirmed.</param>
/// <remarks>
/// Refused, with the session as it was, when the question was not answered (<see cref="TurnReason.NotAnswered"/>), a ticket was filed since
/// (<see cref="TurnReason.Barrier"/>), the answer is beyond those that are kept (<see cref="TurnReason.Bound"/>), or the new one is not understood.
/// </remarks>
public sealed record CorrectionInput(string Step, string Answer) : SessionInput;
