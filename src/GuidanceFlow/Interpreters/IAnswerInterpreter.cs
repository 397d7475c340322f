using GuidanceFlow.Engine;

namespace GuidanceFlow.Interpreters;

/// <summary>
/// Tells what an answer means, for example with a language model. A <see cref="GuidanceHost"/> asks it before the step, so it may take time; what it
/// says is checked against the question. Answers to sensitive questions are told to none.
/// </summary>
public interface IAnswerInterpreter
{
    /// <summary>Reads an answer.</summary>
    /// <param name="request">The answer, and the question it was given to.</param>
    /// <param name="cancellationToken">Says that nobody waits any longer: the sender is gone, or <see cref="AnswerInterpreters.TimeLimit"/> is over.</param>
    /// <returns>What the answer means.</returns>
    /// <remarks>
    /// Called for several sessions at once, and again for the same answer when another input was faster. The host catches and logs what it throws;
    /// the answer goes to the next interpreter then.
    /// </remarks>
    ValueTask<AnswerInterpretation> InterpretAsync(InterpretationRequest request, CancellationToken cancellationToken);
}
