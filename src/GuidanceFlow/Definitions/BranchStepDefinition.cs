namespace GuidanceFlow.Definitions;

/// <summary>Routes only; has nothing but <see cref="StepDefinition.Next"/>.</summary>
public sealed record BranchStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "branch";
}
