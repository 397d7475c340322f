namespace GuidanceFlow.Definitions;

/// <summary>One of several options.</summary>
public sealed record ChoiceAnswerDefinition : OptionsAnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "choice";
}
