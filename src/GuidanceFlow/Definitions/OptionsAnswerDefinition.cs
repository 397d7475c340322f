namespace GuidanceFlow.Definitions;

/// <summary>Options to choose from. The kinds are the derived records: one of them, or several.</summary>
public abstract record OptionsAnswerDefinition : AnswerDefinition
{
    private protected OptionsAnswerDefinition()
    {
    }

    /// <summary>The options in the order they are offered; at least one, unless they are made from a list.</summary>
    public EquatableArray<OptionDefinition> Options { get; init; }

    /// <summary>The list the options are made from; null where they are written out in <see cref="Options"/>.</summary>
    public ListedOptionsDefinition? Listed { get; init; }
}
