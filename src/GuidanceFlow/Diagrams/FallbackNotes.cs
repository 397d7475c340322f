using System.Collections.Immutable;
using GuidanceFlow.Compilation;

namespace GuidanceFlow.Diagrams;

/// <summary>
/// Shows where questions lead that are not understood, without a line from each: the usual place gets a note beside it, and so does a place
/// all questions of a stage share. What is left are lines.
/// </summary>
internal static class FallbackNotes
{
    /// <summary>As many questions get a note; fewer have lines of their own.</summary>
    private const int Least = 3;

    public static Diagram Add(Diagram diagram, IReadOnlyList<UnansweredQuestion> questions, StepLabels labels)
    {
        UnansweredQuestion[][] places = [.. questions.GroupBy(question => question.To, StringComparer.Ordinal).Select(place => place.ToArray())];
        UnansweredQuestion[]? usual = places.Where(place => place.Length >= Least).MaxBy(place => place.Length);
        List<DiagramEdge> edges = [.. diagram.Edges];
        ImmutableArray<DiagramItem> items = diagram.Items;
        foreach (UnansweredQuestion[] place in places)
        {
            string? who = place == usual ? places.Length == 1 ? "Any question" : "Any other question" : Stage(place, questions) is { } stage ? $"Any question in “{labels.OfStage(stage)[0]}”" : null;
            if (who is null)
            {
                edges.AddRange(place.Select(question => new DiagramEdge(question.From, question.To, DiagramEdgeKind.Fallback, [])));
                continue;
            }

            var note = new DiagramNode("fallback_" + place[0].To, DiagramNodeKind.Fallback, [who, HowOften(place)]);
            items = Insert(items, note, place[0].To);
            edges.Add(new DiagramEdge(note.Id, place[0].To, DiagramEdgeKind.Fallback, []));
        }

        return diagram with { Items = items, Edges = [.. edges] };
    }

    /// <summary>The stage whose questions these are, all of them and no others.</summary>
    private static FlowStage? Stage(UnansweredQuestion[] place, IReadOnlyList<UnansweredQuestion> questions)
    {
        FlowStage stage = place[0].Ask.Stage;
        return place.Length >= Least && questions.Count(question => question.Ask.Stage == stage) == place.Length && Array.TrueForAll(place, question => question.Ask.Stage == stage) ? stage : null;
    }

    private static string HowOften(UnansweredQuestion[] place) =>
        place.Select(question => question.Ask.Attempts).Distinct().ToArray() switch
        {
            [1] => "not understood",
            [2] => "twice not understood",
            [int times] => $"{GuardWording.Number(times)} times not understood",
            _ => "not understood",
        };

    public static ImmutableArray<DiagramItem> Insert(ImmutableArray<DiagramItem> items, DiagramNode note, string before)
    {
        ImmutableArray<DiagramItem>.Builder inserted = ImmutableArray.CreateBuilder<DiagramItem>();
        foreach (DiagramItem item in items)
        {
            if (item.Id == before)
            {
                inserted.Add(note);
            }

            inserted.Add(item is DiagramGroup group ? group with { Items = Insert(group.Items, note, before) } : item);
        }

        return inserted.ToImmutable();
    }
}
