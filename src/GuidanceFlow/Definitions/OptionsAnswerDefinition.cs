namespace GuidanceFlow.Definitions;

/// <summary>Options to choose from. The kinds are the derived records: one of them, or several.</summary>
public abstract record OptionsAnswerDefinition : AnswerDefinition
{
    private protected OptionsAnswerDefinition()
    {
    }

    /// <summary>The options in the order they are offered; at least one.</summary>
    public EquatableArray<OptionDefinition> Options { get; init; }
}
