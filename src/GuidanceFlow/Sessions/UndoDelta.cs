using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>What an answer and all that came of it changed, so that it can be taken back.</summary>
/// <param name="Step">The question that was answered.</param>
/// <param name="Data">The data that changed, as they were.</param>
/// <param name="Answers">The answers that were recorded, in that order, as they were.</param>
/// <param name="Rest">What else changed; null for nothing.</param>
internal sealed record UndoDelta(int Step, UndoneValue[] Data, UndoneAnswer[] Answers, UndoneRest? Rest);

/// <summary>A datum as it was.</summary>
internal readonly record struct UndoneValue(int Slot, Value Value);

/// <summary>The answer to a step as it was: where it stood in the list of answers, −1 for nowhere.</summary>
internal readonly record struct UndoneAnswer(int Step, int Index, Value Value);

/// <summary>Loops, known answers, the fallback, what was chosen from lists and the latest action's error, as they were.</summary>
internal sealed record UndoneRest(EachFrame? Loop, StepAnswer[] Known, FallbackInfo? Fallback, StepAnswer[] Chosen, ActionFailure? Failure);

/// <summary>Why there is nothing older to take back.</summary>
internal enum UndoEnd
{
    /// <summary>Nothing was answered before.</summary>
    Start,

    /// <summary>A ticket was filed.</summary>
    Ticket,

    /// <summary>As many answers as the flow keeps were given since.</summary>
    Bound,
}
