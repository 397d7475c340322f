namespace GuidanceFlow.Definitions;

/// <summary>How far the customer is: the stage's number, how many there are, and its title.</summary>
public sealed record ProgressBlockDefinition : BlockDefinition
{
    /// <inheritdoc/>
    public override string Type => "progress";
}
