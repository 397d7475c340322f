using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>What a session had when a question was answered, or interrupted, that led into another flow or out of one: all of it, as each flow has its own data.</summary>
/// <param name="Step">The question.</param>
/// <param name="Data">The data of the flow it belongs to.</param>
/// <param name="Answers">The answers in that flow.</param>
/// <param name="Rest">Loops, known answers, the fallback, and what was chosen from lists.</param>
/// <param name="Caller">The flow that waited; null for none.</param>
/// <param name="Answer">The answer; null for an interrupt.</param>
internal sealed record UndoneState(int Step, Value[] Data, AnswerList Answers, UndoneRest Rest, CallFrame? Caller, Value? Answer);
