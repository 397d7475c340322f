using GuidanceFlow.Actions;

namespace GuidanceFlow.Engine;

/// <summary>
/// An action has ended. A result that the session does not wait for (any more) is refused as <see cref="TurnReason.Late"/>.
/// </summary>
/// <param name="Call">The action's key, as <see cref="ActionCall.Id"/>.</param>
/// <param name="Attempt">Its attempt, as <see cref="ActionCall.Attempt"/>.</param>
/// <param name="Result">What became of it.</param>
public sealed record ActionResultInput(string Call, int Attempt, ActionResult Result) : SessionInput;
