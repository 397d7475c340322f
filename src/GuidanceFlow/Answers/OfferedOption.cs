namespace GuidanceFlow.Answers;

/// <summary>An option that is offered now, with its label as the customer reads it.</summary>
/// <param name="Index">Its number in the question.</param>
/// <param name="Option">The option.</param>
/// <param name="Label">The label, rendered.</param>
internal readonly record struct OfferedOption(int Index, ChoiceOption Option, string Label)
{
    /// <summary>Whether an answer fits one of the words that choose the option.</summary>
    /// <param name="text">The answer, normalised.</param>
    /// <param name="fits">Holds the answer, first, against a word, second.</param>
    public bool Fits(string text, Func<string, string, bool> fits)
    {
        foreach (string key in Option.Keys)
        {
            if (fits(text, key))
            {
                return true;
            }
        }

        return DataLabel is { } label && fits(text, label);
    }

    /// <summary>The words of a label that is made from data, which are known only now, normalised; null where the label is constant or has none.</summary>
    public string? DataLabel => !Option.Label.IsConstant && AnswerText.Normalize(Label) is { Length: > 0 } label ? label : null;
}
