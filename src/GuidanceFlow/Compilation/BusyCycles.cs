using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Cycles in which no step waits: a turn would never end. A loop over a list is none, for lists end.</summary>
internal static class BusyCycles
{
    public static void Run(CompilationContext context, FlowGraph graph)
    {
        // 0 not seen, 1 on the way, 2 done.
        var state = new byte[graph.Edges.Length];
        var reported = new HashSet<int>();
        for (int start = 0; start < state.Length; start++)
        {
            Walk(context, graph, start, state, reported);
        }
    }

    private static void Walk(CompilationContext context, FlowGraph graph, int start, byte[] state, HashSet<int> reported)
    {
        if (state[start] != 0)
        {
            return;
        }

        var way = new Stack<(int Node, int Edge)>();
        way.Push((start, 0));
        state[start] = 1;
        while (way.TryPop(out (int Node, int Edge) at))
        {
            List<FlowEdge> edges = graph.Edges[at.Node];
            if (at.Edge >= edges.Count)
            {
                state[at.Node] = 2;
                continue;
            }

            way.Push((at.Node, at.Edge + 1));
            FlowEdge edge = edges[at.Edge];

            // An asking step waits; only when it is skipped or has nothing to offer does the turn go on.
            bool waits = graph.StepOf(at.Node) is AskStep && edge.Kind is not (FlowEdgeKind.Skip or FlowEdgeKind.NoOptions);
            if (edge.To == Target.None || edge.Kind == FlowEdgeKind.Repeat || waits)
            {
                continue;
            }

            if (state[edge.To] == 1 && reported.Add(edge.To))
            {
                Report(context, graph, way, edge.To);
            }
            else if (state[edge.To] == 0)
            {
                state[edge.To] = 1;
                way.Push((edge.To, 0));
            }
        }
    }

    /// <summary>Reports the cycle that the way closes by going on to a node it has passed; a question in it that need not ask is to blame.</summary>
    private static void Report(CompilationContext context, FlowGraph graph, Stack<(int Node, int Edge)> way, int to)
    {
        foreach ((int node, int edge) in way)
        {
            if (graph.Edges[node][edge - 1].Kind == FlowEdgeKind.NoOptions)
            {
                FlowStep ask = graph.StepOf(node);
                context.Report(DiagnosticCatalog.BusyCycle, ask.Place.Path, $"When '{ask.Id}' has no option to offer, its fallback leads back to it without a question in between, and would never stop. Give it an option without 'when', or another fallback.");
                return;
            }

            if (node == to)
            {
                break;
            }
        }

        FlowStep from = graph.StepOf(way.Peek().Node);
        context.Report(DiagnosticCatalog.BusyCycle, from.Place.Path, $"From '{from.Id}' the flow goes round to '{graph.StepOf(to).Id}' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.");
    }
}
