namespace GuidanceFlow.Engine;

/// <summary>
/// A timer of the session is due. One that the session no longer has is refused as <see cref="TurnReason.Late"/>, one that is not due yet as
/// <see cref="TurnReason.Early"/>: a host may fire timers as often as it likes.
/// </summary>
/// <param name="Timer">The timer's id, as <see cref="Sessions.SessionTimer.Id"/>.</param>
/// <param name="Visit">Its visit, as <see cref="Sessions.SessionTimer.Visit"/>.</param>
public sealed record TimerInput(string Timer, int Visit) : SessionInput;
