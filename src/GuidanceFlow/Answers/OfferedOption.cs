namespace GuidanceFlow.Answers;

/// <summary>An option that is offered now, with its label as the customer reads it.</summary>
/// <param name="Index">Its number in the question.</param>
/// <param name="Option">The option.</param>
/// <param name="Label">The label, rendered.</param>
internal readonly record struct OfferedOption(int Index, ChoiceOption Option, string Label);
