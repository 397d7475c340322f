using GuidanceFlow.Engine;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>Something to choose, or the words of a customer who chose nothing.</summary>
/// <param name="Label">What the customer reads.</param>
/// <param name="Answer">What the customer says with it.</param>
internal sealed record Choice(string Label, string Answer)
{
    /// <summary>What the question gets when it is chosen, whatever its words are; null for words that are still to be understood.</summary>
    public AnswerInput? Chosen { get; init; }
}
