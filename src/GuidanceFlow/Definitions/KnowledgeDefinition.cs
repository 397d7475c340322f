namespace GuidanceFlow.Definitions;

/// <summary>An article, video or picture that steps may show.</summary>
public sealed record KnowledgeDefinition
{
    /// <summary>The id, in kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is found: an absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>What it is.</summary>
    /// <value>The default is <see cref="KnowledgeKind.Article"/>.</value>
    public KnowledgeKind Kind { get; init; }
}
