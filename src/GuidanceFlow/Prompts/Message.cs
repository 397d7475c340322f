using GuidanceFlow.Definitions;

namespace GuidanceFlow.Prompts;

/// <summary>Something said to the customer. Immutable, compared by content.</summary>
/// <param name="Step">The id of the step that says it.</param>
/// <param name="Kind">Why it is said.</param>
/// <param name="Text">The text; may be of several lines, never null.</param>
/// <param name="Blocks">What is shown beside the text, in order.</param>
public sealed record Message(string Step, MessageKind Kind, string Text, EquatableArray<Block> Blocks);
