using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>An interpreter's reading of an answer. It is checked against the question; one that does not fit counts as not understood.</summary>
/// <param name="Value">The value: an option's value, true or false, a number, a text.</param>
/// <param name="By">Who interpreted; goes into the journal.</param>
public sealed record AnswerInterpretation(Value Value, string By);
