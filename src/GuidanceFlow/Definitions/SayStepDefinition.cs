namespace GuidanceFlow.Definitions;

/// <summary>Tells the customer something and goes on.</summary>
public sealed record SayStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "say";

    /// <summary>The message: a template.</summary>
    public required string Text { get; init; }

    /// <summary>What is shown beside the text, in order.</summary>
    public EquatableArray<BlockDefinition> Show { get; init; }

    /// <summary>Other wordings of the text for some customers: the first whose condition is true, else by weight; empty for none.</summary>
    public EquatableArray<VariantDefinition> Variants { get; init; }
}
