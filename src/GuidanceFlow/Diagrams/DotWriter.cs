using System.Collections.Immutable;
using System.Text;

namespace GuidanceFlow.Diagrams;

/// <summary>Writes a diagram in Graphviz's language.</summary>
internal sealed class DotWriter
{
    private readonly StringBuilder _text = new();

    private DotWriter()
    {
    }

    public static string Write(Diagram diagram)
    {
        var writer = new DotWriter();
        writer.WriteAll(diagram);
        return writer._text.ToString();
    }

    private void WriteAll(Diagram diagram)
    {
        Line(0, "digraph flow {");
        Line(1, $"graph [label={Label([diagram.Title])}, labelloc=t, fontsize=20, rankdir={(diagram.Direction == DiagramDirection.LeftToRight ? "LR" : "TB")}, bgcolor=white, fontname=\"Helvetica,Arial,sans-serif\", nodesep=0.35, ranksep=0.45]");
        Line(1, "node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, style=filled]");
        Line(1, "edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, color=\"#57606a\", arrowsize=0.7]");
        WriteItems(diagram.Items, 1);
        foreach (DiagramEdge edge in diagram.Edges)
        {
            string[] attributes = [.. edge.Label.IsEmpty ? [] : new[] { $"label={Label(edge.Label)}" }, .. Look(edge.Kind) is { } look ? [look] : Array.Empty<string>()];
            Line(1, $"{edge.From} -> {edge.To}{(attributes.Length == 0 ? string.Empty : $" [{string.Join(", ", attributes)}]")}");
        }

        Line(0, "}");
    }

    private void WriteItems(ImmutableArray<DiagramItem> items, int depth)
    {
        foreach (DiagramItem item in items)
        {
            if (item is DiagramGroup group)
            {
                Line(depth, $"subgraph cluster_{group.Id} {{");
                Line(depth + 1, $"graph [label={Label(group.Title)}, labelloc=t, labeljust=l, fontsize=14, color=\"#8b949e\", {(group.IsLoop ? "style=dashed" : "style=\"filled,rounded\", fillcolor=\"#f6f8fa\"")}]");
                WriteItems(group.Items, depth + 1);
                Line(depth, "}");
                continue;
            }

            var node = (DiagramNode)item;
            Line(depth, $"{node.Id} [label={Label(node.Lines)}, {Look(node.Kind)}]");
        }
    }

    private static string Look(DiagramNodeKind kind) => kind switch
    {
        DiagramNodeKind.Start => "shape=circle, fillcolor=\"#d0d7de\", color=\"#57606a\"",
        DiagramNodeKind.Say => "shape=box, style=\"filled,rounded\", fillcolor=white, color=\"#8b949e\"",
        DiagramNodeKind.Ask => "shape=hexagon, margin=\"0,0.05\", fillcolor=\"#ddf4ff\", color=\"#0969da\"",
        DiagramNodeKind.Set => "shape=box, style=\"filled,dashed\", fillcolor=white, color=\"#8b949e\"",
        DiagramNodeKind.Branch => "shape=diamond, margin=0, fillcolor=\"#fbefff\", color=\"#8250df\"",
        DiagramNodeKind.Run => "shape=folder, fillcolor=\"#d4f4f6\", color=\"#1b7c83\"",
        DiagramNodeKind.Ticket => "shape=component, fillcolor=\"#fff1e5\", color=\"#bc4c00\"",
        DiagramNodeKind.Resolved => "shape=box, style=\"filled,rounded,bold\", peripheries=2, fillcolor=\"#dafbe1\", color=\"#1a7f37\"",
        DiagramNodeKind.Escalated => "shape=box, style=\"filled,rounded,bold\", peripheries=2, fillcolor=\"#fff1e5\", color=\"#bc4c00\"",
        DiagramNodeKind.Unresolved => "shape=box, style=\"filled,rounded,bold\", peripheries=2, fillcolor=\"#ffebe9\", color=\"#cf222e\"",
        DiagramNodeKind.Return => "shape=box, style=\"filled,rounded\", fillcolor=\"#d0d7de\", color=\"#57606a\"",
        DiagramNodeKind.NextItem => "shape=diamond, margin=0, fillcolor=white, color=\"#8b949e\"",
        _ => "shape=note, style=dotted, color=\"#57606a\", fontcolor=\"#57606a\"",
    };

    private static string? Look(DiagramEdgeKind kind) => kind switch
    {
        DiagramEdgeKind.Back => "color=\"#afb8c1\", fontcolor=\"#57606a\"",
        DiagramEdgeKind.NextItem => "style=dashed, color=\"#afb8c1\", fontcolor=\"#57606a\"",
        DiagramEdgeKind.Fallback => "style=dotted, color=\"#57606a\", fontcolor=\"#57606a\"",
        _ => null,
    };

    /// <summary>A quoted string. Graphviz reads escapes and character references in labels.</summary>
    private static string Label(IEnumerable<string> lines)
    {
        IEnumerable<string> escaped = lines.Select(line => line
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal));
        return $"\"{string.Join("\\n", escaped)}\"";
    }

    private void Line(int depth, string text) => _text.Append(' ', 2 * depth).Append(text).Append('\n');
}
