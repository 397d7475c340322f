using GuidanceFlow.Definitions;

namespace GuidanceFlow.Prompts;

/// <summary>An article, video or picture.</summary>
/// <param name="Id">The flow's id for it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is found.</param>
/// <param name="Kind">What it is.</param>
public sealed record KnowledgeBlock(string Id, string Title, string Url, KnowledgeKind Kind) : Block
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override string Type => "knowledge";
}
