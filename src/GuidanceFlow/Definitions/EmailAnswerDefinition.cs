namespace GuidanceFlow.Definitions;

/// <summary>An e-mail address. It may stand in a sentence; the address alone is saved, its domain in small letters.</summary>
public sealed record EmailAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "email";
}
