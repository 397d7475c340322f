namespace GuidanceFlow.Definitions;

/// <summary>
/// A telephone number of 7 to 15 digits. It may stand in a sentence and be written in groups; what is saved is its digits, with a <c>+</c>
/// before them where the customer wrote one, or <c>00</c>.
/// </summary>
public sealed record PhoneAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "phone";
}
