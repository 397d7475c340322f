namespace GuidanceFlow.Definitions;

/// <summary>Shows an article, video or picture of the flow's <c>knowledge</c>.</summary>
public sealed record KnowledgeBlockDefinition : BlockDefinition
{
    /// <inheritdoc/>
    public override string Type => "knowledge";

    /// <summary>The id of the <see cref="KnowledgeDefinition"/>.</summary>
    public required string Id { get; init; }
}
