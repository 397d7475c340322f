using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Steps no way leads to, ways that leave the flow without an end, and steps from which no end is reached.</summary>
internal static class Reachability
{
    public static void Run(CompilationContext context, FlowGraph graph)
    {
        bool[] reached = Forward(graph);
        var stranded = new List<int>();
        for (int node = 0; node < graph.Edges.Length; node++)
        {
            FlowStep step = graph.StepOf(node);
            if (!reached[node])
            {
                if (node < graph.Steps.Count)
                {
                    context.Report(DiagnosticCatalog.UnreachableStep, step.Place.Path, $"No way leads to '{step.Id}'. Route to it or take it out.");
                }
            }
            else if (step is not EndStep && LeavesFlow(graph.Edges[node]))
            {
                stranded.Add(node);
                context.Report(DiagnosticCatalog.NoEnd, step.Place.Path, $"Behind '{step.Id}' the flow is over, but the session is not. Go on to an 'end' step.");
            }
            else if (step is EndStep && step.When is not null && step.Sibling == Target.None)
            {
                context.Report(DiagnosticCatalog.NoEnd, step.Place.Path, $"When '{step.Id}' is skipped, nothing follows. Take its 'when' out or let another step follow.");
            }
        }

        ReportWithoutEnd(context, graph, reached, stranded);
    }

    /// <summary>The nodes that some way leads to.</summary>
    public static bool[] Forward(FlowGraph graph)
    {
        var reached = new bool[graph.Edges.Length];
        var open = new Queue<int>();
        Array.ForEach(graph.Entries, Visit);
        if (graph.StartFallback != Target.None)
        {
            Visit(graph.StartFallback);
        }

        while (open.TryDequeue(out int node))
        {
            foreach (FlowEdge edge in graph.Edges[node])
            {
                if (edge.To != Target.None)
                {
                    Visit(edge.To);
                }
            }
        }

        return reached;

        void Visit(int node)
        {
            if (!reached[node])
            {
                reached[node] = true;
                open.Enqueue(node);
            }
        }
    }

    /// <summary>A customer who answers well must come to an end; only being misunderstood does not count as a way.</summary>
    private static void ReportWithoutEnd(CompilationContext context, FlowGraph graph, bool[] reached, List<int> stranded)
    {
        // What leads out of the flow is reported already and counts as an end here.
        bool[] ends = Backward(graph, (_, edge) => edge.Kind is not (FlowEdgeKind.Fallback or FlowEdgeKind.NoOptions or FlowEdgeKind.Upset), stranded);
        foreach (FlowStep step in graph.Steps)
        {
            if (!reached[step.Index] || ends[step.Index])
            {
                continue;
            }

            context.Report(DiagnosticCatalog.NoEnd, step.Place.Path, $"No way from '{step.Id}' comes to an 'end' step. Route out of the cycle.");
        }
    }

    /// <summary>The nodes from which an end, or one of the given nodes, is reached over the edges that count.</summary>
    public static bool[] Backward(FlowGraph graph, Func<int, FlowEdge, bool> counts, List<int>? alsoEnds = null)
    {
        (int[] starts, int[] before) = SourcesOf(graph, counts);
        var ends = new bool[graph.Edges.Length];
        var open = new Queue<int>();
        foreach (FlowStep step in graph.Steps)
        {
            if (step is EndStep)
            {
                Visit(step.Index);
            }
        }

        graph.Returns.ForEach(Visit);
        alsoEnds?.ForEach(Visit);
        while (open.TryDequeue(out int node))
        {
            for (int i = starts[node]; i < starts[node + 1]; i++)
            {
                Visit(before[i]);
            }
        }

        return ends;

        void Visit(int node)
        {
            if (!ends[node])
            {
                ends[node] = true;
                open.Enqueue(node);
            }
        }
    }

    /// <summary>For each node the nodes from which edges that count lead to it: a slice of one array, where the next node's slice starts.</summary>
    private static (int[] Starts, int[] Sources) SourcesOf(FlowGraph graph, Func<int, FlowEdge, bool> counts)
    {
        // First the ends of the slices by counting, then each slice filled from its end.
        int[] starts = new int[graph.Edges.Length + 1];
        int total = 0;
        ForEach((_, to) => starts[to]++);
        for (int node = 0; node < starts.Length; node++)
        {
            total += starts[node];
            starts[node] = total;
        }

        int[] sources = new int[total];
        ForEach((from, to) => sources[--starts[to]] = from);
        return (starts, sources);

        void ForEach(Action<int, int> found)
        {
            for (int node = 0; node < graph.Edges.Length; node++)
            {
                foreach (FlowEdge edge in graph.Edges[node])
                {
                    if (edge.To >= 0 && counts(node, edge))
                    {
                        found(node, edge.To);
                    }
                }
            }
        }
    }

    private static bool LeavesFlow(EdgeList edges)
    {
        foreach (FlowEdge edge in edges)
        {
            if (edge.To == Target.None)
            {
                return true;
            }
        }

        return false;
    }
}
