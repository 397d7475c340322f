using GuidanceFlow.Engine;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>Something to choose, or the words of a customer who chose nothing.</summary>
/// <param name="Label">What the customer reads.</param>
/// <param name="Answer">What the customer says with it.</param>
internal sealed record Choice(string Label, string Answer)
{
    /// <summary>What the question gets when it is chosen, whatever its words are; null for words that are still to be understood.</summary>
    public AnswerInput? Chosen { get; init; }

    /// <summary>Several choices as one; their answers are the values of options.</summary>
    public static Choice OfSeveral(IReadOnlyList<Choice> choices, string none)
    {
        string label = choices.Count == 0 ? none : string.Join(", ", choices.Select(choice => choice.Label));
        return new Choice(label, label) { Chosen = AnswerInput.Choosing(label, [.. choices.Select(choice => choice.Answer)]) };
    }
}
