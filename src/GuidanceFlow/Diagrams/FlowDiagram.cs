namespace GuidanceFlow.Diagrams;

/// <summary>Draws flows for people who read them: as Mermaid, which GitHub and many wikis show, and as DOT for Graphviz.</summary>
/// <remarks>
/// Shown are the stages as groups, loops as groups inside of them, every step with a shape of its kind, and every way from step to step.
/// A step is called by its title, else by its wording in the flow's own language: of a question the sentence that asks, of others the first sentence. What templates fill in stands
/// as <c>‹name›</c> or <c>…</c>. Plain steps (<c>say</c>, <c>set</c>) that always follow each other are one node. A way has the answers or the guard that lead to it, unless
/// there is only one. Ways back and a loop's next item are gray. Where questions lead that are not understood is dotted: the usual place has one note for
/// all questions beside it, only other places have a line from their question.
/// Thread-safe; the same flow and options always give the same text, with <c>\n</c> as line ending and one at the end.
/// </remarks>
public static class FlowDiagram
{
    /// <summary>The flow as a Mermaid flowchart.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="options">How it is drawn; null for <see cref="DiagramOptions.Default"/>.</param>
    /// <returns>The text of a <c>.mmd</c> file, or of a <c>mermaid</c> block in Markdown.</returns>
    public static string ToMermaid(Flow flow, DiagramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return MermaidWriter.Write(FlowDrawing.Draw(flow, options ?? DiagramOptions.Default));
    }

    /// <summary>The flow as a directed graph in Graphviz's language.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="options">How it is drawn; null for <see cref="DiagramOptions.Default"/>.</param>
    /// <returns>The text of a <c>.dot</c> file.</returns>
    public static string ToDot(Flow flow, DiagramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return DotWriter.Write(FlowDrawing.Draw(flow, options ?? DiagramOptions.Default));
    }
}
