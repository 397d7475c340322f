namespace GuidanceFlow.Definitions;

/// <summary>A whole number on a scale, such as 1 to 5 stars, or 0 to 10.</summary>
public sealed record RatingAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "rating";

    /// <summary>The least rating, 0 or 1.</summary>
    /// <value>The default is 1.</value>
    public int From { get; init; } = 1;

    /// <summary>The best rating, 2 to 10.</summary>
    /// <value>The default is 5.</value>
    public int Scale { get; init; } = 5;
}
