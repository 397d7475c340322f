namespace GuidanceFlow.Definitions;

/// <summary>Asks the customer something and waits for the answer.</summary>
public sealed record AskStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "ask";

    /// <summary>The question: a template.</summary>
    public required string Text { get; init; }

    /// <summary>What is shown beside the text, in order.</summary>
    public EquatableArray<BlockDefinition> Show { get; init; }

    /// <summary>Other wordings of the text for some customers: the first whose condition is true, else by weight; empty for none.</summary>
    public EquatableArray<VariantDefinition> Variants { get; init; }

    /// <summary>What is understood as an answer.</summary>
    public required AnswerDefinition Answer { get; init; }

    /// <summary>The datum the answer is saved in; null for none.</summary>
    public string? Save { get; init; }

    /// <summary>Whether the answer is kept out of what is said, written and handed on, unless a ticket names it.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Restates what was understood and asks whether it is right: a template that may use <c>answer</c>; null when answers count at once.</summary>
    public string? Confirm { get; init; }

    /// <summary>What happens when the answer is known from the start.</summary>
    public KnownAnswerPolicy WhenKnown { get; init; }

    /// <summary>What is said to an answer that was not understood.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>Overrides the stage's and the flow's fallback.</summary>
    public FallbackDefinition? Fallback { get; init; }
}
