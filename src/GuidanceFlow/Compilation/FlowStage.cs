namespace GuidanceFlow.Compilation;

/// <summary>A stage of a compiled flow.</summary>
/// <param name="Id">The author's id.</param>
/// <param name="Title">What customers read; the id when the author gave no title.</param>
/// <param name="Number">Its number among the counted stages, from 1; 0 for a stage that does not count.</param>
/// <param name="Count">How many stages count.</param>
public sealed record FlowStage(string Id, string Title, int Number, int Count);
