namespace GuidanceFlow.Diagnostics;

/// <summary>A place in a definition that others lie in; shared by their paths.</summary>
/// <param name="parent">What it lies in; null for the root of a file.</param>
/// <param name="name">The member's name; null for an item.</param>
/// <param name="index">The item's index.</param>
internal sealed class SourceNode(SourceNode? parent, string? name, int index)
{
    public SourceNode? Parent { get; } = parent;

    /// <summary>The member's name; null for an item.</summary>
    public string? Name { get; } = name;

    public int Index { get; } = index;
}
