using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GuidanceFlow.Diagrams;

/// <summary>Writes a diagram as a Mermaid flowchart.</summary>
internal sealed class MermaidWriter
{
    // Fills are translucent and letters keep the theme's colour, so that both light and dark pages can be read.
    private static readonly (DiagramNodeKind Kind, string Name, string Style)[] Styles =
    [
        (DiagramNodeKind.Start, "start", "fill:#8b949e55,stroke:#8b949e"),
        (DiagramNodeKind.Say, "say", "fill:#8b949e18,stroke:#8b949e"),
        (DiagramNodeKind.Ask, "ask", "fill:#388bfd33,stroke:#388bfd,stroke-width:2px"),
        (DiagramNodeKind.Set, "set", "fill:none,stroke:#8b949e,stroke-dasharray:2 2"),
        (DiagramNodeKind.Branch, "branch", "fill:#a371f733,stroke:#a371f7,stroke-width:2px"),
        (DiagramNodeKind.Run, "run", "fill:#1b7c8333,stroke:#1b7c83,stroke-width:2px"),
        (DiagramNodeKind.Ticket, "ticket", "fill:#db6d2833,stroke:#db6d28,stroke-width:2px"),
        (DiagramNodeKind.Resolved, "resolved", "fill:#2ea04344,stroke:#2ea043,stroke-width:4px"),
        (DiagramNodeKind.Escalated, "escalated", "fill:#db6d2844,stroke:#db6d28,stroke-width:4px"),
        (DiagramNodeKind.Unresolved, "unresolved", "fill:#f8514944,stroke:#f85149,stroke-width:4px"),
        (DiagramNodeKind.Return, "return", "fill:#8b949e55,stroke:#8b949e"),
        (DiagramNodeKind.NextItem, "next", "fill:none,stroke:#8b949e"),
        (DiagramNodeKind.Fallback, "fallback", "fill:none,stroke:#8b949e,stroke-dasharray:2 4"),
    ];

    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<DiagramNodeKind, List<string>> _nodes = [];
    private readonly List<string> _stages = [];
    private readonly List<string> _loops = [];

    private MermaidWriter()
    {
    }

    public static string Write(Diagram diagram)
    {
        var writer = new MermaidWriter();
        writer.WriteAll(diagram);
        return writer._text.ToString();
    }

    private void WriteAll(Diagram diagram)
    {
        Line(0, "---");
        Line(0, $"title: {MermaidText.FrontMatter(diagram.Title)}");
        // Lines are wrapped already, and edges would run through the titles of groups.
        Line(0, "config:");
        Line(1, "flowchart:");
        Line(2, "wrappingWidth: 400");
        Line(2, "nodeSpacing: 35");
        Line(2, "rankSpacing: 35");
        Line(2, "subGraphTitleMargin:");
        Line(3, "bottom: 18");
        Line(0, "---");
        Line(0, diagram.Direction == DiagramDirection.LeftToRight ? "flowchart LR" : "flowchart TD");
        WriteItems(diagram.Items, 1);
        foreach (DiagramEdge edge in diagram.Edges)
        {
            string arrow = edge.Kind is DiagramEdgeKind.Fallback or DiagramEdgeKind.NextItem ? "-.->" : "-->";
            Line(1, edge.Label.IsEmpty ? $"{edge.From} {arrow} {edge.To}" : $"{edge.From} {arrow}|{MermaidText.Label(edge.Label)}| {edge.To}");
        }

        WriteStyles(diagram.Edges);
    }

    private void WriteItems(ImmutableArray<DiagramItem> items, int depth)
    {
        foreach (DiagramItem item in items)
        {
            if (item is DiagramGroup group)
            {
                Line(depth, $"subgraph {group.Id}[{MermaidText.Label(group.Title)}]");
                WriteItems(group.Items, depth + 1);
                Line(depth, "end");
                (group.IsLoop ? _loops : _stages).Add(group.Id);
                continue;
            }

            var node = (DiagramNode)item;
            (string open, string close) = Shape(node.Kind);
            Line(depth, $"{node.Id}{open}{MermaidText.Label(node.Lines)}{close}");
            if (!_nodes.TryGetValue(node.Kind, out List<string>? same))
            {
                _nodes.Add(node.Kind, same = []);
            }

            same.Add(node.Id);
        }
    }

    private void WriteStyles(ImmutableArray<DiagramEdge> edges)
    {
        WriteClass("stage", "fill:#8b949e0d,stroke:#8b949e88", _stages);
        WriteClass("loop", "fill:#8b949e18,stroke:#8b949e,stroke-dasharray:6 4", _loops);
        foreach ((DiagramNodeKind kind, string name, string style) in Styles)
        {
            WriteClass(name, style, _nodes.GetValueOrDefault(kind, []));
        }

        string[] quiet = [.. Enumerable.Range(0, edges.Length).Where(i => edges[i].Kind != DiagramEdgeKind.Onward).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        if (quiet.Length > 0)
        {
            Line(1, $"linkStyle {string.Join(',', quiet)} stroke:#8b949e,stroke-width:1px");
        }
    }

    // "end" and "default" mean something to Mermaid, so that no class is called as a kind alone.
    private void WriteClass(string name, string style, List<string> members)
    {
        if (members.Count > 0)
        {
            Line(1, $"classDef is_{name} {style}");
            Line(1, $"class {string.Join(',', members)} is_{name}");
        }
    }

    private static (string Open, string Close) Shape(DiagramNodeKind kind) => kind switch
    {
        DiagramNodeKind.Start => ("((", "))"),
        DiagramNodeKind.Say => ("(", ")"),
        DiagramNodeKind.Ask => ("{{", "}}"),
        DiagramNodeKind.Set => ("[", "]"),
        DiagramNodeKind.Branch or DiagramNodeKind.NextItem => ("{", "}"),
        DiagramNodeKind.Run => ("[/", "/]"),
        DiagramNodeKind.Ticket => ("[[", "]]"),
        DiagramNodeKind.Return => ("([", "])"),
        DiagramNodeKind.Fallback => (">", "]"),
        _ => ("([", "])"),
    };

    private void Line(int depth, string text) => _text.Append(' ', 2 * depth).Append(text).Append('\n');
}
