namespace GuidanceFlow.Definitions;

/// <summary>Assigns data.</summary>
public sealed record SetStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "set";

    /// <summary>The assignments, carried out in order, each seeing the ones before.</summary>
    public EquatableArray<AssignmentDefinition> Values { get; init; }
}
