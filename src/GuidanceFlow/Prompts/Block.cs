using System.Text.Json.Serialization;

namespace GuidanceFlow.Prompts;

/// <summary>Something shown beside a message's text; a channel draws it its own way. Immutable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(ChecklistBlock), "checklist")]
[JsonDerivedType(typeof(ProgressBlock), "progress")]
[JsonDerivedType(typeof(KnowledgeBlock), "knowledge")]
[JsonDerivedType(typeof(ImageBlock), "image")]
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>The kind as it stands in flows and in the protocol: <c>table</c>, <c>checklist</c>, <c>progress</c>, <c>knowledge</c>, <c>image</c>.</summary>
    [JsonIgnore]
    public abstract string Type { get; }
}
