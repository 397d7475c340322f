namespace GuidanceFlow.Definitions;

/// <summary>Several of several options. The answer is the list of their values, in the order of the options.</summary>
public sealed record ChoicesAnswerDefinition : OptionsAnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "choices";

    /// <summary>The fewest options that are an answer, from 0.</summary>
    /// <value>The default is 1.</value>
    public int Min { get; init; } = 1;

    /// <summary>The most options that are an answer, from 1; null for all of them.</summary>
    public int? Max { get; init; }
}
