namespace GuidanceFlow.Definitions;

/// <summary>Runs another flow and goes on when that has ended. The other flow has data of its own: it is given inputs and gives returns.</summary>
public sealed record RunStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "run";

    /// <summary>The id of the flow that is run.</summary>
    public required string Flow { get; init; }

    /// <summary>What it is given: its inputs and the expressions whose values they get.</summary>
    public EquatableArray<AssignmentDefinition> With { get; init; }

    /// <summary>What is kept of what it gives back.</summary>
    public EquatableArray<ReturnDefinition> Save { get; init; }
}
