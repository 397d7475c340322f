namespace GuidanceFlow.Definitions;

/// <summary>A step at which the customer is listened to: a question, or a wait that an answer may cut short.</summary>
public abstract record AnsweredStepDefinition : StepDefinition
{
    private protected AnsweredStepDefinition()
    {
    }

    /// <summary>What is said: a template.</summary>
    public required string Text { get; init; }

    /// <summary>What is shown beside the text, in order.</summary>
    public EquatableArray<BlockDefinition> Show { get; init; }

    /// <summary>Other wordings of the text for some customers: the first whose condition is true, else by weight; empty for none.</summary>
    public EquatableArray<VariantDefinition> Variants { get; init; }

    /// <summary>What is understood as an answer.</summary>
    public abstract AnswerDefinition Answer { get; init; }

    /// <summary>The datum the answer is saved in; null for none.</summary>
    public string? Save { get; init; }

    /// <summary>What happens when the customer says nothing; null for what the stage or the flow says at a question, and for nothing at a wait.</summary>
    public SilenceDefinition? Silence { get; init; }

    /// <summary>Overrides the stage's and the flow's fallback.</summary>
    public FallbackDefinition? Fallback { get; init; }
}
