namespace GuidanceFlow.Definitions;

/// <summary>The kinds of <see cref="KnowledgeDefinition"/>.</summary>
public enum KnowledgeKind
{
    /// <summary>A text to read.</summary>
    Article,

    /// <summary>A video to watch.</summary>
    Video,

    /// <summary>A picture to look at.</summary>
    Image,
}
