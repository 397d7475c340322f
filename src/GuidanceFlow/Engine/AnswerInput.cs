using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>The customer answered.</summary>
/// <param name="Text">What the customer wrote. Lone surrogates are read as U+FFFD.</param>
public sealed record AnswerInput(string Text) : SessionInput
{
    private const string ByChoice = "chosen";

    /// <summary>What an interpreter made of the text; null lets the built-in matcher read it, and a <see cref="GuidanceHost"/> ask its interpreters.</summary>
    public AnswerInterpretation? Interpretation { get; init; }

    /// <summary>An option chosen from a list.</summary>
    internal static AnswerInput Choosing(string label, string value) => new(label) { Interpretation = new AnswerInterpretation(Value.From(value), ByChoice) };

    /// <summary>Several options chosen from a list.</summary>
    internal static AnswerInput Choosing(string label, string[] values) =>
        new(label) { Interpretation = new AnswerInterpretation(Value.From(ValueList.Adopt(Array.ConvertAll(values, Value.From))), ByChoice) };

    /// <summary>Yes or no chosen from a list.</summary>
    internal static AnswerInput Choosing(string label, bool value) => new(label) { Interpretation = new AnswerInterpretation(Value.From(value), ByChoice) };
}
