namespace GuidanceFlow.Compilation;

/// <summary>Finds the shortest way to a step on which a datum is not collected, to show to the author.</summary>
/// <param name="graph">The ways there are.</param>
/// <param name="slots">How many slots there are.</param>
/// <param name="after">What is assigned behind a node, given what is assigned before it.</param>
/// <param name="withFallbacks">Whether ways on which the conversation broke off count.</param>
internal sealed class UncollectedWays(FlowGraph graph, int slots, Func<int, SlotSet, SlotSet> after, bool withFallbacks)
{
    private const int MostNamed = 6;

    // A finding a place, and each may search the whole flow.
    private const int MostDescribed = 100;

    private int _described;

    /// <summary>", for example on the way 'a' → 'b'", or nothing when the step is the first one.</summary>
    public string Describe(int slot, int node)
    {
        if (_described++ >= MostDescribed || Find(slot, node) is not { } way)
        {
            return string.Empty;
        }

        List<string> names = Name(way, node);
        if (names.Count < 2)
        {
            return string.Empty;
        }

        if (names.Count > MostNamed)
        {
            names = [.. names[..(MostNamed / 2)], "…", .. names[^((MostNamed / 2) - 1)..]];
        }

        return ", for example on the way " + string.Join(" → ", names);
    }

    /// <summary>The nodes passed before a node, each with the kind of way taken on; null when every way collects the datum.</summary>
    private List<(int Node, FlowEdgeKind Taken)>? Find(int slot, int target)
    {
        var from = new Dictionary<int, (int Node, FlowEdgeKind Taken)>();
        var open = new Queue<int>();
        Start(0);
        if (withFallbacks && graph.StartFallback >= 0)
        {
            Start(graph.StartFallback);
        }

        SlotSet none = SlotSet.None(slots);
        while (open.TryDequeue(out int node))
        {
            if (node == target)
            {
                return Trace(from, node);
            }

            bool collects = after(node, none).Contains(slot);
            foreach (FlowEdge edge in graph.Edges[node])
            {
                bool counts = edge.To >= 0 && (withFallbacks || !edge.BreaksOff) && !(edge.Assigns && collects);
                if (counts && from.TryAdd(edge.To, (node, edge.Kind)))
                {
                    open.Enqueue(edge.To);
                }
            }
        }

        return null;

        void Start(int node)
        {
            if (from.TryAdd(node, (-1, FlowEdgeKind.Regular)))
            {
                open.Enqueue(node);
            }
        }
    }

    private static List<(int Node, FlowEdgeKind Taken)> Trace(Dictionary<int, (int Node, FlowEdgeKind Taken)> from, int node)
    {
        var way = new List<(int Node, FlowEdgeKind Taken)>();
        for ((int Node, FlowEdgeKind Taken) at = from[node]; at.Node >= 0; at = from[at.Node])
        {
            way.Add(at);
        }

        way.Reverse();
        return way;
    }

    private List<string> Name(List<(int Node, FlowEdgeKind Taken)> way, int target)
    {
        var names = new List<string>();
        foreach ((int node, FlowEdgeKind taken) in way)
        {
            Add(names, graph.StepOf(node).Id, taken switch
            {
                FlowEdgeKind.Skip => " (skipped)",
                FlowEdgeKind.Fallback => " (not understood)",
                FlowEdgeKind.NoOptions => " (no options)",
                FlowEdgeKind.Failure => " (failed)",
                _ => string.Empty,
            });
        }

        Add(names, graph.StepOf(target).Id, string.Empty);
        return names;
    }

    /// <summary>Adds a step; a loop, which stands for several nodes, only once in a row.</summary>
    private static void Add(List<string> names, string id, string note)
    {
        string name = $"'{id}'{note}";
        if (names.Count == 0 || names[^1] != name)
        {
            names.Add(name);
        }
    }
}
