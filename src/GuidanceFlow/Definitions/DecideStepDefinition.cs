namespace GuidanceFlow.Definitions;

/// <summary>Looks a row up in a decision table: the first row all of whose cells take the inputs' values assigns data, says where to go on, or both.</summary>
public sealed record DecideStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "decide";

    /// <summary>What is looked up: expressions that give a text, true or false, a number, a date or a duration, one a column; 32 at most.</summary>
    public EquatableArray<string> Inputs { get; init; }

    /// <summary>The names of the data that the rows assign; empty when they only route.</summary>
    public EquatableArray<string> Outputs { get; init; }

    /// <summary>The rows; the first that applies decides.</summary>
    public EquatableArray<DecisionRowDefinition> Rows { get; init; }

    /// <summary>What is decided when no row applies; null when the rows decide every case.</summary>
    public DecisionDefaultDefinition? Default { get; init; }
}
