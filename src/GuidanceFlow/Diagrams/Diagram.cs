using System.Collections.Immutable;

namespace GuidanceFlow.Diagrams;

/// <summary>A flow as it is drawn, whatever the language it is written in.</summary>
internal sealed record Diagram(string Title, DiagramDirection Direction, ImmutableArray<DiagramItem> Items, ImmutableArray<DiagramEdge> Edges);

/// <summary>What stands in a group: a node or another group.</summary>
/// <param name="Id">Unique in the diagram: letters, digits and underscores.</param>
internal abstract record DiagramItem(string Id);

/// <summary>A step, or what is drawn beside steps.</summary>
internal sealed record DiagramNode(string Id, DiagramNodeKind Kind, ImmutableArray<string> Lines) : DiagramItem(Id);

/// <summary>A stage, an interrupt or a loop.</summary>
internal sealed record DiagramGroup(string Id, ImmutableArray<string> Title, bool IsLoop, ImmutableArray<DiagramItem> Items) : DiagramItem(Id);

/// <summary>A way from one node to another.</summary>
/// <param name="From">The id of a node.</param>
/// <param name="To">The id of a node.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Label">Lines; empty for none.</param>
internal sealed record DiagramEdge(string From, string To, DiagramEdgeKind Kind, ImmutableArray<string> Label);

/// <summary>What a node stands for.</summary>
internal enum DiagramNodeKind
{
    Start,
    Say,
    Ask,
    Set,
    Branch,
    Run,
    Ticket,
    Resolved,
    Escalated,
    Unresolved,

    /// <summary>The end of what deals with an interrupt: back to the question.</summary>
    Return,

    /// <summary>The end of a loop's body: is there another item?</summary>
    NextItem,

    /// <summary>The note beside the place to which questions lead that are not understood.</summary>
    Fallback,
}

/// <summary>How a way is drawn.</summary>
internal enum DiagramEdgeKind
{
    /// <summary>On to a later step.</summary>
    Onward,

    /// <summary>To an earlier step.</summary>
    Back,

    /// <summary>To the beginning of a loop's body.</summary>
    NextItem,

    /// <summary>From what was not understood.</summary>
    Fallback,
}
