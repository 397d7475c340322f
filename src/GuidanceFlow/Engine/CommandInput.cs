using GuidanceFlow.Commands;

namespace GuidanceFlow.Engine;

/// <summary>The customer asked for something instead of answering, for example with a button. What is written in words goes in as an <see cref="AnswerInput"/>.</summary>
/// <param name="Command">What was asked for.</param>
public sealed record CommandInput(SessionCommand Command) : SessionInput;
