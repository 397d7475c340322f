using System.Collections.Immutable;

namespace GuidanceFlow.Diagrams;

/// <summary>Joins plain steps that always follow each other to one node, so that long speeches do not hide the decisions.</summary>
internal static class PlainRuns
{
    /// <summary>How many steps of a run are written out.</summary>
    private const int Most = 3;

    public static Diagram Join(Diagram diagram)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        ILookup<string, DiagramEdge> into = diagram.Edges.ToLookup(edge => edge.To, StringComparer.Ordinal);
        ILookup<string, DiagramEdge> from = diagram.Edges.ToLookup(edge => edge.From, StringComparer.Ordinal);
        ImmutableArray<DiagramItem> items = Join(diagram.Items, into, from, first);
        IEnumerable<DiagramEdge> edges = diagram.Edges
            .Where(edge => !first.ContainsKey(edge.To)) // The only way to a joined step is the one inside its run.
            .Select(edge => edge with { From = first.GetValueOrDefault(edge.From, edge.From) });
        return diagram with { Items = items, Edges = [.. edges] };
    }

    private static ImmutableArray<DiagramItem> Join(ImmutableArray<DiagramItem> items, ILookup<string, DiagramEdge> into, ILookup<string, DiagramEdge> from, Dictionary<string, string> first)
    {
        ImmutableArray<DiagramItem>.Builder joined = ImmutableArray.CreateBuilder<DiagramItem>();
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is DiagramGroup group)
            {
                joined.Add(group with { Items = Join(group.Items, into, from, first) });
                continue;
            }

            List<DiagramNode> run = [(DiagramNode)items[i]];
            while (i + 1 < items.Length && items[i + 1] is DiagramNode next && Follows(run[^1], next, into, from))
            {
                run.Add(next);
                first.Add(next.Id, run[0].Id);
                i++;
            }

            joined.Add(run.Count == 1 ? run[0] : run[0] with { Kind = run.Exists(node => node.Kind == DiagramNodeKind.Say) ? DiagramNodeKind.Say : DiagramNodeKind.Set, Lines = Lines(run) });
        }

        return joined.ToImmutable();
    }

    private static bool Follows(DiagramNode node, DiagramNode next, ILookup<string, DiagramEdge> into, ILookup<string, DiagramEdge> from) =>
        IsPlain(node) && IsPlain(next)
        && into[next.Id].ToArray() is [{ Kind: DiagramEdgeKind.Onward, Label.IsEmpty: true } only] && only.From == node.Id
        && from[node.Id].Count() == 1;

    private static bool IsPlain(DiagramNode node) => node.Kind is DiagramNodeKind.Say or DiagramNodeKind.Set;

    private static ImmutableArray<string> Lines(List<DiagramNode> run)
    {
        int shown = run.Count > Most + 1 ? Most : run.Count;
        IEnumerable<string> lines = run.Take(shown).SelectMany(node => node.Lines.Select((line, i) => i == 0 ? "• " + line : line));
        return [.. lines, .. shown < run.Count ? [$"… and {GuardWording.Number(run.Count - shown)} more"] : Array.Empty<string>()];
    }
}
