namespace GuidanceFlow.Definitions;

/// <summary>Asks the customer something and waits for the answer.</summary>
public sealed record AskStepDefinition : AnsweredStepDefinition
{
    /// <inheritdoc/>
    public override string Type => "ask";

    /// <inheritdoc/>
    public required override AnswerDefinition Answer { get; init; }

    /// <summary>Whether the answer is kept out of what is said, written and handed on, unless a ticket names it.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Restates what was understood and asks whether it is right: a template that may use <c>answer</c>; null when answers count at once.</summary>
    public string? Confirm { get; init; }

    /// <summary>What happens when the answer is known from the start.</summary>
    public KnownAnswerPolicy WhenKnown { get; init; }

    /// <summary>What the answer measures; null for nothing.</summary>
    public Measure? Measure { get; init; }

    /// <summary>What is said to an answer that was not understood.</summary>
    public RetryDefinition? Retry { get; init; }
}
