using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>A stage of a compiled flow.</summary>
/// <param name="Id">The author's id.</param>
/// <param name="Title">What customers read, in the flow's own language; the id when the author gave no title. <see cref="Flow.StageTitle"/> has the other languages.</param>
/// <param name="Number">Its number among the counted stages, from 1; 0 for a stage that does not count.</param>
/// <param name="Count">How many stages count.</param>
public sealed record FlowStage(string Id, string Title, int Number, int Count)
{
    /// <summary>What customers read, by language.</summary>
    internal Localized<string> Titles { get; init; } = new(Title);

    /// <summary>The interrupt whose steps these are; null for a stage.</summary>
    internal string? Interrupt { get; init; }
}
