namespace GuidanceFlow.Definitions;

/// <summary>Yes or no. English and Chinese words for both are built in; a question may have its own beside them.</summary>
public sealed record YesNoAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "yes_no";

    /// <summary>Other words that mean yes to this question. They come before the built-in ones.</summary>
    public EquatableArray<string> Yes { get; init; }

    /// <summary>Other words that mean no to this question. They come before the built-in ones.</summary>
    public EquatableArray<string> No { get; init; }
}
