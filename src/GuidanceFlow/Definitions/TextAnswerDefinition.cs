namespace GuidanceFlow.Definitions;

/// <summary>Free text. Surrounding white space is dropped; nothing but white space is invalid.</summary>
public sealed record TextAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "text";

    /// <summary>A regular expression that the whole answer must match, one that .NET matches without backtracking; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The most UTF-16 units taken, 1 to 100,000.</summary>
    /// <value>The default is 2,000.</value>
    public int MaxLength { get; init; } = 2_000;
}
