namespace GuidanceFlow.Definitions;

/// <summary>What happens when a customer's answers are not understood. What is left out is inherited.</summary>
public sealed record FallbackDefinition
{
    /// <summary>How many answers that are not understood, in one visit of a question, lead to <see cref="Goto"/>; 1 to 20.</summary>
    /// <value>The default is inherited; where nobody says anything it is 3.</value>
    public int? Attempts { get; init; }

    /// <summary>The step that then goes on.</summary>
    public string? Goto { get; init; }
}
