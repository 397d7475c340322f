using System.Collections.Immutable;

namespace GuidanceFlow.Diagrams;

/// <summary>Shows where silence and anger lead: a note beside the place where it is any question, a line from the question where it is one.</summary>
internal static class QuietNotes
{
    private const int Least = 3;

    public static Diagram Add(Diagram diagram, IReadOnlyList<QuietWay> ways)
    {
        List<DiagramEdge> edges = [.. diagram.Edges];
        ImmutableArray<DiagramItem> items = diagram.Items;
        foreach (QuietWay[] place in ways.GroupBy(way => (way.To, way.Why)).Select(place => place.ToArray()))
        {
            if (place[0].From is not null && place.Length < Least)
            {
                edges.AddRange(place.Select(way => new DiagramEdge(way.From!, way.To, DiagramEdgeKind.Fallback, [way.Why.ToLowerInvariant()])));
                continue;
            }

            var note = new DiagramNode($"{(place[0].From is null ? "upset" : "silence")}_{place[0].To}", DiagramNodeKind.Fallback, [place[0].Why]);
            items = FallbackNotes.Insert(items, note, place[0].To);
            edges.Add(new DiagramEdge(note.Id, place[0].To, DiagramEdgeKind.Fallback, []));
        }

        return diagram with { Items = items, Edges = [.. edges] };
    }
}

/// <summary>A way that no answer leads.</summary>
/// <param name="From">The question; null for any.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Why">What leads there.</param>
internal readonly record struct QuietWay(string? From, string To, string Why);
