namespace GuidanceFlow.Definitions;

/// <summary>What an <see cref="AskStepDefinition"/> understands as an answer. The kinds are the derived records.</summary>
public abstract record AnswerDefinition
{
    private protected AnswerDefinition()
    {
    }

    /// <summary>The kind as it stands in the file: <c>choice</c>, <c>yes_no</c> …</summary>
    public abstract string Type { get; }
}
