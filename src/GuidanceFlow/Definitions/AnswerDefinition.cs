namespace GuidanceFlow.Definitions;

/// <summary>What an <see cref="AskStepDefinition"/> understands as an answer. The kinds are the derived records.</summary>
public abstract record AnswerDefinition
{
    private protected AnswerDefinition()
    {
    }

    /// <summary>The kind as it stands in the file: <c>choice</c>, <c>yes_no</c> …</summary>
    public abstract string Type { get; }

    /// <summary>A boolean expression that must hold for <c>answer</c>; null for none. Choices and yes or no have none.</summary>
    public string? Check { get; init; }

    /// <summary>What is said, instead of the retry texts, to an answer that does not fit the pattern or fails the check: a template; null for the retry texts.</summary>
    public string? Message { get; init; }
}
