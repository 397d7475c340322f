namespace GuidanceFlow.Engine;

/// <summary>The customer answered.</summary>
/// <param name="Text">What the customer wrote. Lone surrogates are read as U+FFFD.</param>
public sealed record AnswerInput(string Text) : SessionInput
{
    /// <summary>What an interpreter made of the text; null lets the built-in matcher read it.</summary>
    public AnswerInterpretation? Interpretation { get; init; }
}
