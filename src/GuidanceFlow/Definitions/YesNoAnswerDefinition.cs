namespace GuidanceFlow.Definitions;

/// <summary>Yes or no.</summary>
public sealed record YesNoAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "yes_no";
}
