namespace GuidanceFlow.Definitions;

/// <summary>One of several options.</summary>
public sealed record ChoiceAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "choice";

    /// <summary>The options in the order they are offered; at least one.</summary>
    public EquatableArray<OptionDefinition> Options { get; init; }
}
